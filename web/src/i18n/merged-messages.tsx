'use client';

import type { Language } from '@countinghouse/core/platform/time';
import { IntlProvider, type AbstractIntlMessages } from 'next-intl';
import { createContext, useContext, useMemo, type ReactNode } from 'react';

const Above = createContext<AbstractIntlMessages>({});

interface MergedMessagesProps {
  language: Language;
  /** As JSON. */
  messages: string;
  children: ReactNode;
}

/** Texts for client components, added to those that a provider further up has given. */
export function MergedMessages({ language, messages, children }: MergedMessagesProps) {
  const above = useContext(Above);
  const merged = useMemo(
    () => ({ ...above, ...(JSON.parse(messages) as AbstractIntlMessages) }),
    [above, messages],
  );
  return (
    <Above value={merged}>
      <IntlProvider locale={language} messages={merged} timeZone="UTC">
        {children}
      </IntlProvider>
    </Above>
  );
}
