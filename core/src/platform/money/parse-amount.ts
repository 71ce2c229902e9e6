import { isCurrency } from './currencies';
import { decimalText, parseDecimal } from './decimal';
import { type NumberFormat, numberMarks } from './format';

const minusSigns = /^[-\u2212\u2012\u2013\u2014]/;
const wordsAtEnds = /^(?:\p{Sc}|[a-z]{3}(?![a-z]))\s*|\s*(?:\p{Sc}|[a-z]{3})$/giu;
const spaces = /[\s\u00a0\u202f\u2009]/gu;
const apostrophes = /[’'`´ʼ]/gu;

/**
 * Reads what people type or paste as an amount or quantity: "1 234,5", "1,234.50 €", "−12", "(12.00)".
 * Returns a plain decimal text, or null when it is no number. A mark that could be both grouping and
 * decimal ("1,234") is read in the user's own format.
 */
export function parseAmountInput(text: string, numberFormat: NumberFormat): string | null {
  if (text.length > 60) return null;
  const { negative, rest } = splitSign(text.trim());
  const compact = withoutCurrency(rest).replace(spaces, '_').replace(apostrophes, '_');
  const numeral = /^[\d.,_]+$/.test(compact) ? splitNumeral(compact, numberFormat) : null;
  if (!numeral) return null;
  const size = parseDecimal(`${numeral.whole || '0'}.${numeral.decimals || '0'}`, {
    maxIntegerDigits: 60,
    maxScale: 60,
  });
  return decimalText(negative ? { ...size, int: -size.int } : size);
}

/** Without a symbol or code at either end; other letters stay and make the text no number. */
const withoutCurrency = (text: string) =>
  text
    .replace(wordsAtEnds, (word) => {
      const code = word.trim().toUpperCase();
      return code.length < 3 || isCurrency(code) ? '' : word;
    })
    .trim();

/** A minus may stand before or after the currency ("€ -5"), or be written as accountants do: (5.00). */
function splitSign(text: string): { negative: boolean; rest: string } {
  const inBrackets = /^\((.*)\)$/u.exec(text)?.[1];
  if (inBrackets !== undefined) return { negative: true, rest: inBrackets.trim() };
  const unsigned = withoutCurrency(text);
  if (minusSigns.test(unsigned)) return { negative: true, rest: unsigned.slice(1).trim() };
  return { negative: false, rest: unsigned.replace(/^\+/, '').trim() };
}

function splitNumeral(text: string, numberFormat: NumberFormat) {
  const mark = decimalMark(text, numberFormat);
  const at = mark ? text.lastIndexOf(mark) : -1;
  const [whole, decimals] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  if (!/^\d*$/.test(decimals) || !/\d/.test(whole + decimals)) return null;
  const digits = ungroup(whole);
  return digits === null ? null : { whole: digits, decimals };
}

/** Which of "." and "," parts the decimals, or null when there are none. */
function decimalMark(text: string, numberFormat: NumberFormat): '.' | ',' | null {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (point < 0 && comma < 0) return null;
  const last = point > comma ? '.' : ',';
  if (text.indexOf(last) !== text.lastIndexOf(last)) return null;
  if (point >= 0 && comma >= 0) return last;
  const groups = numberMarks[numberFormat].group === last && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return groups ? null : last;
}

/** Digits without their grouping; null when the grouping is none: one kind of mark, three digits at the end. */
function ungroup(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  if (!/^\d{1,3}(?:([.,_])\d{2,3}(?:\1\d{2,3})*)?$/.test(whole)) return null;
  return /[.,_]\d{3}$/.test(whole) ? whole.replace(/[.,_]/g, '') : null;
}
