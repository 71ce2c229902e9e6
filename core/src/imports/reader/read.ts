import { DEFAULT_READER_LIMITS, type FileFormat, type ImportRow } from './format';
import type { OpenFile } from './open-file';
import type { ReaderLimits } from './format';
import { TableReader } from './table';
import { separatorLine } from './text/delimiter';
import { csvRows } from './text/csv-rows';
import type { RawRow } from './text/csv-tokenizer';
import { xlsxRows } from './xlsx/xlsx-rows';

export const BATCH_ROWS = 1000;

export interface ReadOptions {
  signal?: AbortSignal;
  limits?: ReaderLimits;
}

/**
 * The rows below the header in batches of at most 1,000, with flat memory; blank rows are left out.
 * Throws `ImportFileError` for any fault of the file, possibly after the first batches. Faults of storage and the
 * signal's reason pass through.
 */
export async function* readRows(
  open: OpenFile,
  format: FileFormat,
  options: ReadOptions = {},
): AsyncGenerator<ImportRow[]> {
  const limits = options.limits ?? DEFAULT_READER_LIMITS;
  const shape = { headerLine: format.headerLine, shortRowsAreFine: format.kind === 'xlsx' };
  const table = new TableReader(shape, limits);
  let waiting: ImportRow[] = [];
  for await (const { rows } of rawRows(open, format, limits, options.signal)) {
    const added = table.add(rows);
    waiting = waiting.length === 0 ? added : waiting.concat(added);
    let from = 0;
    for (; waiting.length - from >= BATCH_ROWS; from += BATCH_ROWS)
      yield waiting.slice(from, from + BATCH_ROWS);
    if (from > 0) waiting = waiting.slice(from);
  }
  if (waiting.length > 0) yield waiting;
  table.end();
}

export interface RawRows {
  rows: RawRow[];
  announcedRows?: number | undefined;
}

/** Every row of the file, the header and what stands above it included. */
export async function* rawRows(
  open: OpenFile,
  format: FileFormat,
  limits: ReaderLimits,
  signal?: AbortSignal,
): AsyncGenerator<RawRows> {
  if (format.kind === 'xlsx') {
    yield* xlsxRows({ open, limits, signal }, format.sheet);
    return;
  }
  for await (const rows of csvRows(open, format, limits, signal)) yield { rows: withoutSeparatorLine(rows) };
}

function withoutSeparatorLine(rows: RawRow[]): RawRow[] {
  const first = rows[0];
  if (first?.line !== 1 || first.cells.length > 2) return rows;
  const named = first.cells.length === 1 ? separatorLine(first.cells[0] ?? '') : undefined;
  const split = /^"?sep=$/i.test(first.cells[0] ?? '') && first.cells.length === 2;
  return named !== undefined || split ? rows.slice(1) : rows;
}
