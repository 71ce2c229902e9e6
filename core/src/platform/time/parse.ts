import { isDate } from './dates';
import { months, type DateFormat } from './format';

/** Names that do not begin like the short ones. */
const otherNames: Readonly<Record<string, number>> = { май: 5, iyun: 6, iyul: 7 };

function monthOf(word: string): number | undefined {
  for (const names of Object.values(months)) {
    const index = names.findIndex((name) => word.startsWith(name.toLowerCase()));
    if (index >= 0) return index + 1;
  }
  return Object.entries(otherNames).find(([name]) => word.startsWith(name))?.[1];
}

/** Figures without anything between them: 2112, 211226, 21122026 or 20261221, by their order. */
function splitDigits(digits: string, format: DateFormat): string[] {
  const yearDigits = digits.length === 8 ? 4 : digits.length - 4;
  if (![0, 2, 4].includes(yearDigits)) return [digits];
  const pairs = format === 'ymd' ? digits.slice(yearDigits) : digits.slice(0, 4);
  const year = format === 'ymd' ? digits.slice(0, yearDigits) : digits.slice(4);
  const both = [pairs.slice(0, 2), pairs.slice(2)];
  if (!year) return both;
  return format === 'ymd' ? [year, ...both] : [...both, year];
}

const fullYear = (text: string | undefined, today: string): string => {
  if (!text) return today.slice(0, 4);
  return text.length <= 2 ? `20${text.padStart(2, '0')}` : text;
};

function ordered(numbers: string[], format: DateFormat): { year?: string; month?: string; day?: string } {
  const [a, b, c] = numbers;
  if (numbers.length === 1) return a !== undefined && a.length <= 2 ? { day: a } : {};
  // A year that stands first says so itself.
  if (c !== undefined && a?.length === 4) return { year: a, month: b ?? '', day: c };
  if (format === 'ymd')
    return c === undefined ? { month: a ?? '', day: b ?? '' } : { year: a ?? '', month: b ?? '', day: c };
  const [day, month] = format === 'dmy' ? [a, b] : [b, a];
  return { day: day ?? '', month: month ?? '', ...(c !== undefined && { year: c }) };
}

function named(numbers: string[], month: number) {
  const [a, b] = numbers;
  const yearFirst = a?.length === 4;
  const [day, year] = yearFirst ? [b, a] : [a, b];
  return { month: String(month), ...(day !== undefined && { day }), ...(year !== undefined && { year }) };
}

/**
 * Reads a date as people type it: "21.11.2026", "21/11/26", "2111", "21 nov", "Nov 21, 2026", "2026-11-21"; figures
 * in the order of the user's format, the year of `today` where there is none, and its month where there is only a day.
 * @returns 'YYYY-MM-DD', or null for anything that is no date
 */
export function parseDate(text: string, format: DateFormat, today: string): string | null {
  const parts = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  const words = parts.filter((part) => !/\d/.test(part));
  const month = words.length === 1 ? monthOf(words[0] ?? '') : undefined;
  if (words.length > 0 && month === undefined) return null;
  const numbers = parts.filter((part) => /\d/.test(part));
  if (numbers.length === 0 || numbers.length > 3) return null;
  const [only = ''] = numbers;
  const split = numbers.length === 1 && month === undefined ? splitDigits(only, format) : numbers;
  const found = month === undefined ? ordered(split, format) : named(split, month);
  if (!found.day) return null;
  const date = [
    fullYear(found.year, today),
    (found.month ?? today.slice(5, 7)).padStart(2, '0'),
    found.day.padStart(2, '0'),
  ].join('-');
  return isDate(date) ? date : null;
}

/** Reads a time of day: "9", "9:05", "0905", "9.05". @returns 'HH:mm', or null for anything else */
export function parseTime(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*$/.exec(text);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
