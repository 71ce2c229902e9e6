import type { Language } from '@countinghouse/core/platform/time';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from './areas';
import { MergedMessages } from './merged-messages';

interface ClientMessagesProps {
  /** The areas whose texts the client components below need, beside those given further up. */
  areas: readonly Area[];
  children: ReactNode;
}

/** By language and areas. */
const packed = new Map<string, string>();

/** The texts of areas as one text: React would walk an object key by key, twice for every answer. */
async function packedMessages(areas: readonly Area[]): Promise<{ language: Language; messages: string }> {
  const [language, all] = await Promise.all([getLocale(), getMessages()]);
  const name = `${language} ${areas.join()}`;
  const messages =
    packed.get(name) ?? JSON.stringify(Object.fromEntries(areas.map((area) => [area, all[area]])));
  packed.set(name, messages);
  return { language, messages };
}

/** Hands texts to the client components below it: only the areas that are named. */
export async function ClientMessages({ areas, children }: ClientMessagesProps) {
  const { language, messages } = await packedMessages(areas);
  return (
    <MergedMessages language={language} messages={messages}>
      {children}
    </MergedMessages>
  );
}
