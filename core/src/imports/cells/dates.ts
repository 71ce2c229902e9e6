import { serialText } from '../reader/xlsx/cell-text';
import { monthByName } from './month-names';
import type { Parsed } from './problems';

/** Order of the parts of a date; `serial` is the day number of a spreadsheet. */
export const DATE_FORMATS = ['ymd', 'dmy', 'mdy', 'serial'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export interface DetectedDateFormat {
  /** Null when nothing fits, or when the person must choose. */
  format: DateFormat | null;
  /** All that fit, for the choice. */
  candidates: DateFormat[];
  /** 05/06/2011 is in May or in June: the person must choose. */
  ambiguous: boolean;
}

export interface LocalDateTime {
  /** `YYYY-MM-DD HH:mm:ss` as written, in whatever zone the writer meant. */
  local: string;
  /** `Z` or `+05:00` when the cell says so; then it is an instant. */
  offset: string | null;
}

interface DateParts {
  year: string;
  month: number;
  day: number;
  rest: string;
}

const NUMERIC = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)(.*)$/;
const COMPACT = /^((?:19|20|21)\d\d)(\d\d)(\d\d)(?!\d)(.*)$/;
const DAY_NAME_YEAR = /^(\d{1,2})[\s./-]*(\p{L}{3,})[\s.,/-]*(\d{4}|\d{2})(?!\d)(?:\s?г\.?)?(.*)$/u;
const NAME_DAY_YEAR = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)(.*)$/u;
const TIME =
  /^(?:T|,?\s+|,)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([ap])?(?:\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const LONGEST = 60;

/** How a column writes its dates. Cells that fit nothing are left to be problems when they are few. */
export function detectDateFormat(cells: Iterable<string>): DetectedDateFormat {
  const fits: Record<DateFormat, number> = { ymd: 0, dmy: 0, mdy: 0, serial: 0 };
  let [total, named] = [0, 0];
  for (const cell of cells) {
    if (cell.trim() === '') continue;
    total++;
    if (/\p{L}{3,}/u.test(cell)) named++;
    for (const format of DATE_FORMATS) if (parseDateTime(cell, format).ok) fits[format]++;
  }
  const most = Math.max(...Object.values(fits));
  if (most === 0 || most < total * 0.8) return { format: null, candidates: [], ambiguous: false };
  const candidates = DATE_FORMATS.filter((format) => fits[format] === most);
  const ambiguous = candidates.length > 1 && named < total;
  return { format: ambiguous ? null : (candidates[0] ?? null), candidates, ambiguous };
}

/** The date and time of a cell, midnight when it has no time. Null when the cell is blank. */
export function parseDateTime(cell: string, format: DateFormat): Parsed<LocalDateTime | null> {
  const text = cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (text === '') return { ok: true, value: null };
  const value =
    text.length > LONGEST ? undefined : format === 'serial' ? serialDate(text) : written(text, format);
  return value === undefined ? { ok: false, code: 'bad-date' } : { ok: true, value };
}

function serialDate(text: string): LocalDateTime | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  const local = serialText(Number(text.replace(',', '.')), 'date', false);
  return local === undefined || local < '1950' || local > '2150' ? undefined : { local, offset: null };
}

function written(text: string, format: DateFormat): LocalDateTime | undefined {
  const parts = (format === 'ymd' ? undefined : namedParts(text)) ?? numericParts(text, format);
  if (parts === undefined) return undefined;
  const date = isoDate(parts);
  const time = parts.rest === '' ? { text: '00:00:00', offset: null } : clock(parts.rest);
  return date === undefined || time === undefined
    ? undefined
    : { local: `${date} ${time.text}`, offset: time.offset };
}

function numericParts(text: string, format: DateFormat): DateParts | undefined {
  const compact = format === 'ymd' ? COMPACT.exec(text) : null;
  if (compact !== null) {
    const [, year = '', month, day, rest = ''] = compact;
    return { year, month: Number(month), day: Number(day), rest };
  }
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const [, first = '', mark = '', second = '', third = '', rest = ''] = match;
  if (format === 'ymd') {
    return first.length === 4 ? { year: first, month: Number(second), day: Number(third), rest } : undefined;
  }
  // Nobody writes the month first with points between.
  if (first.length > 2 || (format === 'mdy' && mark === '.')) return undefined;
  const [day, month] = format === 'dmy' ? [first, second] : [second, first];
  return { year: third, month: Number(month), day: Number(day), rest };
}

function namedParts(text: string): DateParts | undefined {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const match = dayFirst ?? NAME_DAY_YEAR.exec(text);
  if (match === null) return undefined;
  const [, one = '', two = '', year = '', rest = ''] = match;
  const [day, name] = dayFirst === null ? [two, one] : [one, two];
  const month = monthByName(name);
  return month === undefined ? undefined : { year, month, day: Number(day), rest };
}

/** Two-digit years from 70 on belong to the last century. */
function isoDate({ year, month, day }: DateParts): string | undefined {
  if (year.length !== 4 && year.length !== 2) return undefined;
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) >= 70 ? 1900 : 2000);
  if (full < 1900 || full > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(full, month, 0)).getUTCDate()) return undefined;
  return `${full}-${two(month)}-${two(day)}`;
}

function clock(rest: string): { text: string; offset: string | null } | undefined {
  const match = TIME.exec(rest);
  if (match === null) return undefined;
  const [, hours = '', minutes = '', seconds = '00', half, offset] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const zone = offset?.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? null;
  return { text: `${two(hour)}:${minutes}:${seconds}`, offset: zone };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
