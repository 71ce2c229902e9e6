import { ImportFileError } from './errors';
import type { ImportRow, ReaderLimits } from './format';
import type { RawRow } from './text/csv-tokenizer';

const EARLY_VERDICT_ROWS = 100;

export interface TableShape {
  headerLine: number;
  /** In a sheet, empty cells at the end of a row are not stored, so a short row is no fault. */
  shortRowsAreFine: boolean;
}

/** Turns raw rows into the rows below the header: blank rows left out, ragged ones marked. */
export class TableReader {
  header: string[] | undefined;
  private rows = 0;
  private ragged = 0;
  private firstRagged = 0;
  private width = 0;

  constructor(
    private readonly shape: TableShape,
    private readonly limits: ReaderLimits,
  ) {}

  /** Throws `too-many-columns`, and `ragged` when most rows do not fit the header. */
  add(raw: RawRow[]): ImportRow[] {
    const out: ImportRow[] = [];
    for (const { line, cells } of raw) {
      if (line < this.shape.headerLine) continue;
      if (isBlank(cells)) continue;
      if (this.header === undefined) {
        this.startTable(line, cells);
        continue;
      }
      const row = this.fit(line, cells);
      out.push(row);
      this.rows++;
      if (row.ragged && ++this.ragged === 1) this.firstRagged = line;
      if (this.rows === EARLY_VERDICT_ROWS) this.refuseMostlyRagged();
    }
    return out;
  }

  /** Call after the last row. Throws `no-header` and `ragged`. */
  end(): { rows: number; ragged: number } {
    if (this.header === undefined) {
      throw new ImportFileError('no-header', { detail: `no row begins on line ${this.shape.headerLine}` });
    }
    this.refuseMostlyRagged();
    return { rows: this.rows, ragged: this.ragged };
  }

  private startTable(line: number, cells: string[]): void {
    if (cells.length > this.limits.maxColumns) throw tooManyColumns(line, this.limits.maxColumns);
    this.header = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
    this.width = this.header.findLastIndex((cell) => cell !== '') + 1;
  }

  private fit(line: number, cells: string[]): ImportRow {
    const columns = this.header?.length ?? 0;
    if (cells.length === columns) return { line, cells, ragged: false };
    if (cells.length > columns) {
      const extra = cells.slice(columns);
      return isBlank(extra)
        ? { line, cells: cells.slice(0, columns), ragged: false }
        : { line, cells, ragged: true };
    }
    const ragged = !this.shape.shortRowsAreFine && cells.length < this.width;
    while (!ragged && cells.length < columns) cells.push('');
    return { line, cells, ragged };
  }

  private refuseMostlyRagged(): void {
    if (this.ragged * 2 <= this.rows) return;
    const detail = `${this.ragged} of the first ${this.rows} rows have more or fewer cells than the header`;
    throw new ImportFileError('ragged', { line: this.firstRagged, detail });
  }
}

export function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

export function tooManyColumns(line: number, limit: number): ImportFileError {
  return new ImportFileError('too-many-columns', { line, detail: `more than ${limit} columns` });
}
