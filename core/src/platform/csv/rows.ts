import { formatMinor, type MoneyJson } from '../money';

/** A cell of a file that is written in one go: texts are neutralised, numbers stay numbers, money is a plain decimal. */
export type CsvCell = string | null | { number: string | number } | MoneyJson;

// The same rule as for cells that Postgres writes (ASVS 1.2.10).
const FORMULA_START = /^[=+\-@\t\r\n]/;

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') {
    return 'number' in cell ? String(cell.number) : formatMinor(BigInt(cell.amount), cell.currency);
  }
  const oneLineEnd = cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return quoted(FORMULA_START.test(cell) ? `'${oneLineEnd}` : oneLineEnd);
}

/** The lines of a small file; a header (`csvHeader`) stands before them. */
export const csvRows = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((cells) => `${cells.map(cellText).join(',')}\n`).join('');
