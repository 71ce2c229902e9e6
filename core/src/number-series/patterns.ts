import { fault, type FaultCode, type FaultValues, type FieldFault } from '../platform/errors';
import { numberParts, numberText } from './parts';

/** What the longest number may have: bank transfers and tax returns cut longer ones off. */
export const MAX_PATTERN = 30;
export const MAX_ZEROS = 12;

const places = /\{[^{}]*\}/g;
const isCount = (place: string) => /^\{0+\}$/.test(place);

/**
 * What is wrong with a pattern such as `INV-{yyyy}-{00000}`: one count, each part of the date once, months only with
 * their year, and signs that survive file names, transfers and XML.
 */
export function patternFaults(pattern: string): FieldFault[] {
  const found: string[] = pattern.match(places) ?? [];
  const faults: FieldFault[] = [];
  const add = (code: FaultCode, values?: FaultValues) => faults.push(fault('pattern', code, values));
  const unknown = found.find((place) => !isCount(place) && !['{yyyy}', '{yy}', '{mm}'].includes(place));
  if (unknown) add('pattern-place', { name: unknown });
  const counts = found.filter(isCount);
  if (counts.length !== 1 || (counts[0] ?? '').length - 2 > MAX_ZEROS)
    add('pattern-count', { most: MAX_ZEROS });
  if (new Set(found).size < found.length && counts.length < 2) add('pattern-twice');
  if (found.includes('{mm}') && !found.includes('{yyyy}') && !found.includes('{yy}')) add('pattern-month');
  if (!/^[A-Za-z0-9._/-]*$/.test(pattern.replace(places, ''))) add('pattern-signs');
  return faults;
}

/** One sign of a number: a letter or mark, any digit, or more digits, as counts outgrow their zeros. */
type Sign = { is: string } | { digit: true; more?: true };

function signsOf(pattern: string): Sign[] {
  const signs: Sign[] = [];
  for (const [part] of pattern.matchAll(/\{[^{}]*\}|[^]/g)) {
    if (part.length === 1) signs.push({ is: part.toLowerCase() });
    else for (let at = 2; at < part.length; at += 1) signs.push({ digit: true });
    if (isCount(part)) signs.push({ digit: true, more: true });
  }
  return signs;
}

const meet = (a: Sign, b: Sign): boolean => {
  if ('digit' in a) return 'digit' in b || /\d/.test(b.is);
  return 'digit' in b ? /\d/.test(a.is) : a.is === b.is;
};

/**
 * Whether two valid patterns could ever give the same number, read without regard to upper and lower case. Dates count
 * as any digits, so that it says yes rather too often.
 */
export function couldClash(one: string, other: string): boolean {
  const [a, b] = [signsOf(one), signsOf(other)];
  const seen = new Set<string>();
  const isMore = (sign: Sign | undefined) => sign !== undefined && 'more' in sign;
  const reach = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    if (i > a.length || j > b.length || seen.has(`${i} ${j}`)) return false;
    seen.add(`${i} ${j}`);
    const [x, y] = [a[i], b[j]];
    if ((isMore(x) && reach(i + 1, j)) || (isMore(y) && reach(i, j + 1))) return true;
    return Boolean(x && y && meet(x, y)) && reach(isMore(x) ? i : i + 1, isMore(y) ? j : j + 1);
  };
  return reach(0, 0);
}

/**
 * The numbers that a pattern gives on a local date (YYYY-MM-DD), the next ones of its period.
 * @param next count of the first of them
 */
export function previewNumbers(pattern: string, date: string, next = 1n, many = 3): string[] {
  const parts = numberParts(pattern, date);
  return Array.from({ length: many }, (_, at) => numberText(parts, next + BigInt(at)));
}
