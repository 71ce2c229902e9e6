import { ImportFileError } from './errors';
import { isBlank } from './table';
import type { RawRow } from './text/csv-tokenizer';

const TITLE_ROWS = 10;

/**
 * Line of the header: the first row with content, after titles ("Report for May") that fill at most two cells
 * above a wider table. Throws `empty`.
 */
export function findHeaderLine(rows: RawRow[]): number {
  const filled = rows.filter((row) => !isBlank(row.cells));
  const [first] = filled;
  if (first === undefined) throw new ImportFileError('empty', { detail: 'the file has no content' });
  const usual = median(filled.map(filledCells));
  const header = filled.slice(0, TITLE_ROWS).find((row) => {
    const cells = filledCells(row);
    return cells > 2 || cells * 2 >= usual;
  });
  return (header ?? first).line;
}

/** Throws `no-header` and `duplicate-header`. `body` are some rows below the header. */
export function checkHeader(header: string[], line: number, body: string[][]): void {
  const dataAt = header.findIndex((cell, column) => looksLikeData(cell, column, body));
  if (dataAt !== -1) {
    const detail = `the first row holds data ("${header[dataAt]}") instead of column names`;
    throw new ImportFileError('no-header', { line, column: dataAt + 1, detail });
  }
  const seen = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const name = cell.toLowerCase();
    const earlier = seen.get(name);
    if (name !== '' && earlier !== undefined) {
      const detail = `columns ${earlier} and ${index + 1} are both called "${cell}"`;
      throw new ImportFileError('duplicate-header', { line, column: index + 1, detail });
    }
    seen.set(name, index + 1);
  }
}

/** Dates and addresses never name a column; a number does not where the column below is numbers too. */
function looksLikeData(cell: string, column: number, body: string[][]): boolean {
  if (cell.length > 200) return false;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/.test(cell) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))
    return true;
  if (!isNumeric(cell)) return false;
  const below = body.map((cells) => cells[column] ?? '').filter((value) => value !== '');
  return below.filter(isNumeric).length * 2 >= below.length;
}

function isNumeric(cell: string): boolean {
  return /\d/.test(cell) && /^[-+(]?[\d\s.,']+\)?$/.test(cell.trim());
}

function filledCells(row: RawRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
