import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from './areas';
import { MergedMessages } from './merged-messages';

interface ClientMessagesProps {
  /** The areas whose texts the client components below need, beside those given further up. */
  areas: readonly Area[];
  children: ReactNode;
}

/** Hands texts to the client components below it: only the areas that are named. */
export async function ClientMessages({ areas, children }: ClientMessagesProps) {
  const [language, all] = await Promise.all([getLocale(), getMessages()]);
  const messages = Object.fromEntries(areas.map((area) => [area, all[area]]));
  return (
    <MergedMessages language={language} messages={messages}>
      {children}
    </MergedMessages>
  );
}
