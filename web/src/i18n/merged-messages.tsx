'use client';

import type { Language } from '@countinghouse/core/platform/time';
import { IntlProvider } from 'next-intl';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { mergeTexts, type Texts } from './texts';

const Above = createContext<Texts>({});

interface MergedMessagesProps {
  language: Language;
  /** As JSON. */
  messages: string;
  children: ReactNode;
}

/** Texts for client components, added to those that a provider further up has given. */
export function MergedMessages({ language, messages, children }: MergedMessagesProps) {
  const above = useContext(Above);
  const merged = useMemo(() => mergeTexts(above, JSON.parse(messages) as Texts), [above, messages]);
  return (
    <Above value={merged}>
      <IntlProvider locale={language} messages={merged} timeZone="UTC">
        {children}
      </IntlProvider>
    </Above>
  );
}
