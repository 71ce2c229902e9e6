import type { OrderMapping } from './mapping';
import type { FileInspection } from './reader';
import type { ImportColumn, ImportOptions } from './schemas';
import { detectDateFormat, detectFractions, detectNumberFormat } from './values';

const digits = /^\d+$/;
const cancelled = /^C\d+$/;

const MOSTLY = 0.9;

/**
 * Numbers of digits alone, some of them perhaps with a C before: what does begin so is a cancellation. A shop has
 * a few numbers of another kind, such as corrections, among thousands.
 */
function prefixOf(cells: string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  const known = filled.filter((cell) => digits.test(cell) || cancelled.test(cell));
  return known.length > 0 && known.length >= filled.length * MOSTLY ? 'C' : '';
}

/** What each column's cells say about dates and numbers; which of it matters depends on the mapping. */
export function detectColumns({ format, header, spread }: FileInspection): ImportColumn[] {
  return header.map((_, index) => {
    const cells = spread.map((row) => (row[index] ?? '').trim());
    const dates = detectDateFormat(cells);
    const number = detectNumberFormat(cells, format.kind === 'xlsx' ? { prefer: '.' } : {});
    return {
      dateFormats: dates.ambiguous ? dates.candidates : dates.candidates.slice(0, 1),
      decimal: number.decimal,
      decimalAmbiguous: number.ambiguous,
      fractions: detectFractions(cells, number),
      prefix: prefixOf(cells),
    };
  });
}

type Guess = Pick<ImportOptions, 'dateFormat' | 'decimal' | 'returnPrefix'>;

const numberFields = ['quantity', 'unitPrice', 'discountPercent', 'taxRate'] as const;

/** Formats of the columns that the mapping uses. */
export function guessOptions(columns: readonly ImportColumn[], mapping: OrderMapping): Guess {
  const at = (index: number | undefined) => (index === undefined ? undefined : columns[index]);
  const dates = at(mapping.placedAt)?.dateFormats ?? [];
  const marks = numberFields.flatMap((field) => at(mapping[field])?.decimal ?? []);
  const [first] = marks;
  return {
    dateFormat: dates.length === 1 ? (dates[0] ?? null) : null,
    decimal: first !== undefined && marks.every((mark) => mark === first) ? first : null,
    returnPrefix: at(mapping.orderNumber)?.prefix ?? '',
  };
}

/** The first mapped column whose numbers cannot be read without being told the mark. */
export const unclearNumbers = (columns: readonly ImportColumn[], mapping: OrderMapping) =>
  numberFields.find((field) => {
    const index = mapping[field];
    return index !== undefined && columns[index]?.decimalAmbiguous === true;
  });
