import type { Language } from '../../../platform/time';
import type { DocumentKind } from '../../schemas';
import { en, type Words } from './en';
import { ru } from './ru';
import { uz } from './uz';

export type { Words } from './en';

export const words: Record<Language, Words> = { en, ru, uz };

/** The title of a document of a kind, such as "Credit note". */
export const titleOf = (kind: DocumentKind, language: Language, deducts = false): string =>
  words[language].titles[kind === 'invoice' && deducts ? 'final' : kind];

/** Fills `{name}` in a text of ours. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
