import type { Parsed } from './problems';

export interface NumberFormat {
  /** The mark before the decimals; null when the column never told: then each cell must speak for itself. */
  decimal: '.' | ',' | null;
}

export interface DetectedNumberFormat extends NumberFormat {
  /** Some cells (`1,234`) mean different numbers in different countries: the person must choose. */
  ambiguous: boolean;
}

export interface DecimalLimits {
  /** Digits before and after the point, as the database keeps them. */
  whole: number;
  scale: number;
}

export const QUANTITY_LIMITS: DecimalLimits = { whole: 12, scale: 6 };
export const UNIT_PRICE_LIMITS: DecimalLimits = { whole: 14, scale: 6 };
export const PERCENT_LIMITS: DecimalLimits = { whole: 3, scale: 4 };

const WORDS =
  "rub|руб|р|сум|so['’‘ʻ`]?m|kr|zł|kč|ft|лв|шт|pcs|pc|dona|stk|stück|USD|EUR|GBP|UZS|RUB|KZT|KGS|TJS|TRY|CHF|PLN|CNY|JPY|AED|CAD|AUD";
const AFFIX = `(?:\\p{Sc}|%|(?:${WORDS})\\.?)`;
const LEADING = new RegExp(`^${AFFIX}\\s*(?=[-+(\\d.,])`, 'u');
const TRAILING = new RegExp(`(?<=[\\d.,)-])\\s*${AFFIX}$`, 'u');
const WITH_POINT = /^(?:([1-9]\d{0,2}(?:([ ,'])\d{3})(?:\2\d{3})*)|(\d+))?(?:\.(\d*))?$/;
const WITH_COMMA = /^(?:([1-9]\d{0,2}(?:([ .'])\d{3})(?:\2\d{3})*)|(\d+))?(?:,(\d*))?$/;
/** How most files write a number already; no need to look closer. */
const CANONICAL = /^(?!-0$)-?(?:0|[1-9]\d*)(\.\d*[1-9])?$/;
const LONGEST = 60;

/**
 * How a column writes its numbers. `prefer` settles what would be ambiguous: '.' for workbooks, whose numbers the
 * reader has already put into plain text.
 */
export function detectNumberFormat(
  cells: Iterable<string>,
  options: { prefer?: '.' | ',' } = {},
): DetectedNumberFormat {
  let [points, commas, either] = [0, 0, 0];
  for (const cell of cells) {
    const body = numberBody(cell)?.body;
    if (body === undefined) continue;
    const point = plain(body, WITH_POINT);
    const comma = plain(body, WITH_COMMA);
    if (point !== undefined && comma !== undefined && point !== comma) either++;
    else if (point !== undefined && comma === undefined) points++;
    else if (comma !== undefined && point === undefined) commas++;
  }
  if (points > 0 !== commas > 0) return { decimal: points > 0 ? '.' : ',', ambiguous: false };
  if (options.prefer !== undefined && points === 0) return { decimal: options.prefer, ambiguous: false };
  return { decimal: null, ambiguous: either > 0 };
}

/**
 * An exact decimal as canonical text (`-1234.5`): no grouping, no zeros at its ends, no float on the way. Grouping,
 * a currency sign, a minus behind and accounting brackets are understood. Null when the cell is blank.
 */
export function parseDecimal(
  cell: string,
  format: NumberFormat,
  limits: DecimalLimits,
): Parsed<string | null> {
  const exact = CANONICAL.exec(cell);
  if (exact !== null && (exact[1] === undefined || format.decimal === '.')) return within(cell, limits);
  if (cell.trim() === '') return { ok: true, value: null };
  const number = numberBody(cell);
  if (number === undefined) return { ok: false, code: 'bad-number' };
  const point = format.decimal === ',' ? undefined : plain(number.body, WITH_POINT);
  const comma = format.decimal === '.' ? undefined : plain(number.body, WITH_COMMA);
  if (point !== undefined && comma !== undefined && point !== comma)
    return { ok: false, code: 'ambiguous-number' };
  const digits = point ?? comma;
  if (digits === undefined) return { ok: false, code: 'bad-number' };
  return within(number.negative && digits !== '0' ? `-${digits}` : digits, limits);
}

function within(value: string, limits: DecimalLimits): Parsed<string> {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  if (whole.length > limits.whole) return { ok: false, code: 'number-too-large' };
  return fraction.length > limits.scale ? { ok: false, code: 'too-precise' } : { ok: true, value };
}

/** A quantity; may be negative. Units such as "pcs" behind it are dropped. */
export function parseQuantity(cell: string, format: NumberFormat): Parsed<string | null> {
  return parseDecimal(cell, format, QUANTITY_LIMITS);
}

/** A price in major units of its currency. */
export function parseUnitPrice(cell: string, format: NumberFormat): Parsed<string | null> {
  return parseDecimal(cell, format, UNIT_PRICE_LIMITS);
}

/** A rate in percent from 0 to 100. `fractions`: the column writes 20 % as 0.2 (`detectFractions`). */
export function parsePercent(cell: string, format: NumberFormat, fractions = false): Parsed<string | null> {
  const asFraction = fractions && !cell.includes('%');
  const limits = asFraction ? { whole: 1, scale: PERCENT_LIMITS.scale + 2 } : PERCENT_LIMITS;
  const parsed = parseDecimal(cell, format, limits);
  if (!parsed.ok || parsed.value === null) return parsed;
  const value = asFraction ? timesHundred(parsed.value) : parsed.value;
  if (value.startsWith('-') || Number(value) > 100) return { ok: false, code: 'bad-number' };
  return { ok: true, value };
}

/** True when a column of rates holds fractions: all at most 1, some between 0 and 1, and no percent sign. */
export function detectFractions(cells: Iterable<string>, format: NumberFormat): boolean {
  let between = 0;
  for (const cell of cells) {
    const parsed = parseDecimal(cell, format, QUANTITY_LIMITS);
    if (!parsed.ok || parsed.value === null) continue;
    if (cell.includes('%') || Number(parsed.value) > 1) return false;
    if (Number(parsed.value) > 0 && Number(parsed.value) < 1) between++;
  }
  return between > 0;
}

/** Sign and digits of a cell, without currency, brackets and odd spaces. */
function numberBody(cell: string): { negative: boolean; body: string } | undefined {
  if (cell.length > LONGEST) return undefined;
  let text = cell
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .replace(/[−–]/g, '-')
    .trim();
  const brackets = /^\((.+)\)$/.exec(text.replace(LEADING, '').replace(TRAILING, ''));
  text = (brackets?.[1] ?? text).replace(LEADING, '').replace(TRAILING, '');
  const match = /^([-+]?) ?(.*?) ?(-?)$/.exec(text);
  const [, before = '', rest = '', behind = ''] = match ?? [];
  const body = rest.replace(LEADING, '').replace(TRAILING, '');
  if (!/\d/.test(body) || (before !== '' && behind !== '') || (brackets !== null && before + behind !== '')) {
    return undefined;
  }
  return { negative: brackets !== null || before === '-' || behind === '-', body };
}

/** Canonical digits of an unsigned number, or undefined when it is not written that way. */
function plain(body: string, shape: RegExp): string | undefined {
  const match = shape.exec(body);
  if (match === null) return undefined;
  const [, grouped, , ungrouped, decimals = ''] = match;
  const whole = (grouped?.replace(/[ ,.']/g, '') ?? ungrouped ?? '').replace(/^0+(?=\d)/, '');
  const fraction = decimals.replace(/0+$/, '');
  return (whole === '' ? '0' : whole) + (fraction === '' ? '' : `.${fraction}`);
}

function timesHundred(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  const shifted = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return shifted + (fraction.length > 2 ? `.${fraction.slice(2)}` : '');
}
