import { z } from 'zod';
import { says } from '../errors';
import { Id } from '../ids';
import { isCountry } from './countries';

export { countries, isCountry } from './countries';

// Control characters and halves of surrogate pairs: Postgres takes neither in text nor in JSON.
const hasControls = /[\p{Cc}\p{Cs}]/u;
const hasControlsButBreaks = /(?![\n\t])[\p{Cc}\p{Cs}]/u;
const controls = says('control-characters');

const oneLine = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .trim();
const manyLines = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** Text of one line, trimmed; line breaks become spaces. */
export const Line = (longest: number) =>
  z
    .string()
    .overwrite(oneLine)
    .max(longest)
    .refine((text) => !hasControls.test(text), controls);

export const RequiredLine = (longest: number) => Line(longest).min(1, says('needed'));

/** One line or nothing; an empty text is nothing. */
export const OptionalLine = (longest: number) =>
  Line(longest)
    .nullable()
    .transform((text) => text || null);

/** Text of many lines, trimmed, with line ends of one kind. */
export const Paragraphs = (longest: number) =>
  z
    .string()
    .overwrite(manyLines)
    .max(longest)
    .refine((text) => !hasControlsButBreaks.test(text), controls);

/** The values in their order, each once. */
export const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];

export const MAX_TAGS = 30;

/** A tag, in lower case, so that "VIP" and "vip" are one. */
export const Tag = RequiredLine(40).toLowerCase();
export const Tags = z.array(Tag).overwrite(unique).max(MAX_TAGS);

/** An ISO 3166-1 alpha-2 code; small letters are accepted. */
export const CountryCode = z.string().trim().toUpperCase().refine(isCountry, says('country'));

/** An ISO 639 code of two or three letters. */
export const Iso639Code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/, says('language'));

/** What every list takes beside its filters; values may come from a URL. */
export const listFields = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
};

/** What is searched for; parts of words are enough. Signs that no text can hold are left out. */
export const SearchText = z
  .string()
  .overwrite((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
  .max(100);

/** Choices of a filter as they stand in a URL, with commas between them. */
export const ChoiceList = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1));

/** Records that are named one by one, as a filter of a list: ids with commas between them. */
export const IdList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(Id).min(1).max(1_000).overwrite(unique));

/** Whether a list shows what is archived. */
export const Archived = z.enum(['false', 'true', 'all']);

/** Input of a bulk action: on up to 1,000 records by id, or on all that the list's filters show. */
export function bulkInput<Filters extends z.ZodType>(filters: Filters) {
  const target = {
    ids: z.array(Id).min(1).max(1_000).overwrite(unique).optional(),
    filters: filters.optional(),
  };
  return z
    .discriminatedUnion('action', [
      z.strictObject({ action: z.enum(['archive', 'restore']), ...target }),
      z.strictObject({ action: z.enum(['add-tag', 'remove-tag']), tag: Tag, ...target }),
    ])
    .refine((input) => Boolean(input.ids) !== Boolean(input.filters), {
      path: ['ids'],
      error: says('ids-or-filters'),
    });
}

/** How many records a bulk action found, and how many of them it had to change. */
export interface BulkResult {
  matched: number;
  changed: number;
}
