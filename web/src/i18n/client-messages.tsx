import type { Language } from '@countinghouse/core/platform/time';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from './areas';
import { MergedMessages } from './merged-messages';
import { pickTexts } from './texts';

/** An area, or a part of it by its path, such as `orders.bulk`: what a page does not use need not travel. */
export type MessagePart = Area | `${Area}.${string}`;

interface ClientMessagesProps {
  /** The texts that the client components below need, beside those given further up. */
  areas: readonly MessagePart[];
  children: ReactNode;
}

/** By language and areas. */
const packed = new Map<string, string>();

/** The texts as one text: React would walk an object key by key, twice for every answer. */
async function packedMessages(
  areas: readonly MessagePart[],
): Promise<{ language: Language; messages: string }> {
  const [language, all] = await Promise.all([getLocale(), getMessages()]);
  const name = `${language} ${areas.join()}`;
  const messages = packed.get(name) ?? JSON.stringify(pickTexts({ ...all }, areas));
  packed.set(name, messages);
  return { language, messages };
}

/** Hands texts to the client components below it: only what is named. */
export async function ClientMessages({ areas, children }: ClientMessagesProps) {
  const { language, messages } = await packedMessages(areas);
  return (
    <MergedMessages language={language} messages={messages}>
      {children}
    </MergedMessages>
  );
}
