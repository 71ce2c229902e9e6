import { countryCode } from '../cells/countries';
import { detectDateFormat } from '../cells/dates';
import { detectNumberFormat, parseQuantity } from '../cells/decimals';
import type { OrderImportField } from './fields';

/** What the cells of a column are; shares from 0 to 1 of the cells with content. */
export interface ColumnProfile {
  filled: number;
  dates: boolean;
  numbers: number;
  /** Of the numbers. */
  decimals: number;
  addresses: number;
  countries: number;
  currencies: number;
  /** Several words with letters. */
  phrases: number;
  /** Same as the cell above. */
  repeats: number;
  largest: number;
}

export function profileColumn(cells: string[]): ColumnProfile {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (test: (cell: string, index: number) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const format = detectNumberFormat(filled);
  const numbers = filled.flatMap((cell) => {
    const parsed = parseQuantity(cell, { decimal: format.decimal ?? '.' });
    return parsed.ok && parsed.value !== null ? [parsed.value] : [];
  });
  return {
    filled: filled.length,
    dates: filled.length > 0 && share(hasDateMarks) > 0.7 && detectDateFormat(filled).candidates.length > 0,
    numbers: filled.length === 0 ? 0 : numbers.length / filled.length,
    decimals: numbers.filter((value) => value.includes('.')).length / Math.max(1, numbers.length),
    addresses: share((cell) => /^[^\s@]{1,64}@[^\s@]{3,}$/.test(cell)),
    countries: share((cell) => cell.length < 60 && countryCode(cell) !== null),
    currencies: share((cell) => /^[A-Z]{3}$/.test(cell)),
    phrases: share((cell) => /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(cell.slice(0, 200))),
    repeats: share((cell, index) => index > 0 && cell === filled[index - 1]),
    largest: Math.max(0, ...numbers.map((value) => Math.abs(Number(value)))),
  };
}

/** A plain number may be a day number or a compact date, but never proves to be one. */
function hasDateMarks(cell: string): boolean {
  return /\d[./-]\d|\d[ .-]+\p{L}{3}|\p{L}{3,}\.? \d/u.test(cell.slice(0, 60));
}

/**
 * How well the cells fit a field: `beside` a fitting name (negative when they contradict it), and `alone` when the
 * name says nothing.
 */
export function contentFit(
  field: OrderImportField,
  column: ColumnProfile,
): { beside: number; alone: number } {
  if (column.filled === 0) return { beside: 0, alone: 0 };
  const numeric = column.numbers > 0.8 && !column.dates;
  const fit = (fits: boolean, alone: number) => ({ beside: fits ? 20 : -90, alone: fits ? alone : 0 });
  switch (field) {
    case 'placedAt':
      return { beside: column.dates ? 20 : column.numbers > 0.8 ? -20 : -90, alone: column.dates ? 45 : 0 };
    case 'quantity':
      return fit(numeric, looksCounted(column) ? 36 - Math.log10(column.largest + 1) : 0);
    case 'unitPrice':
      return fit(numeric, column.decimals > 0.3 ? 34 : 0);
    case 'discountPercent':
    case 'taxRate':
      return fit(numeric && column.largest <= 100, 0);
    case 'customerEmail':
      return fit(column.addresses > 0.8, 45);
    case 'currency':
      return fit(column.currencies > 0.8 || column.phrases < 0.1, 0);
    case 'country':
      return { beside: column.countries > 0.5 ? 20 : 0, alone: column.countries > 0.8 ? 40 : 0 };
    case 'title':
      return { beside: numeric || column.dates ? -50 : 5, alone: column.phrases > 0.6 ? 33 : 0 };
    case 'orderNumber':
      return { beside: column.dates ? -90 : 5, alone: isBlockKey(column) ? 32 : 0 };
    default:
      return { beside: column.dates ? -90 : 0, alone: 0 };
  }
}

/** Whole numbers; of several such columns the one with the smaller numbers counts pieces. */
function looksCounted(column: ColumnProfile): boolean {
  return column.decimals === 0 && column.largest < 100_000 && column.repeats < 0.9;
}

/** The lines of one order stand together and share a long number. */
function isBlockKey(column: ColumnProfile): boolean {
  const code = column.phrases === 0 && column.decimals === 0 && !column.dates && column.countries < 0.5;
  return (
    code && column.repeats > 0.3 && column.repeats < 0.98 && (column.numbers < 0.2 || column.largest >= 1000)
  );
}
