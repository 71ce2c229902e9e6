import { createPace } from '../platform/background';
import type { Ctx } from '../platform/context';
import { withTx } from '../platform/tx';
import { reportProgress } from './claim';
import { Groups } from './groups';
import { knownFormat } from './inspect';
import { clearStaged, mappingOf, openerOf, optionsOf, type ImportRow } from './internal';
import { readerLimits } from './limits';
import { insertSegments, type StagedSegment } from './lines.sql';
import { readRows, type ImportRow as FileRow } from './reader';
import { RowReader, type Segment } from './segments';

/** Rows written together. */
const ROWS_PER_WRITE = 4_000;

/** Turns rows into segments: lines of one order that stand together. */
class Stager {
  private readonly groups = new Groups();
  lines = 0;

  constructor(private readonly reader: RowReader) {}

  get orders(): number {
    return this.groups.count;
  }

  add(rows: readonly FileRow[]): StagedSegment[] {
    const staged: StagedSegment[] = [];
    let [group, open, number]: [number, Segment | undefined, string | undefined] = [0, undefined, undefined];
    for (const row of rows) {
      const own = this.reader.numberOf(row);
      if (own !== number || own === '') {
        group = this.groups.of(own);
        open = undefined;
        number = own;
      }
      const segment = this.reader.read(row, open);
      if (segment !== open) staged.push({ group, line: row.line, segment });
      open = segment;
    }
    this.lines += rows.length;
    return staged;
  }
}

/**
 * Reads the file into `import_lines`, from the beginning: what an earlier attempt left is dropped.
 * @returns how many orders and lines there are
 * @throws ImportFileError, ClaimLost
 */
export async function stageLines(
  ctx: Ctx,
  row: ImportRow,
  signal: AbortSignal,
): Promise<{ orders: number; lines: number }> {
  const format = knownFormat(row);
  const options = optionsOf(row);
  if (!options) throw new Error('the import has no options');
  const stager = new Stager(new RowReader(mappingOf(row) ?? {}, format.columns, options));
  let writing: Promise<void> = withTx(ctx, async (ctx) => {
    await clearStaged(ctx, row.id);
    await reportProgress(ctx, row, { phase: 'reading', done: 0, total: format.rows.count });
  });
  const write = (staged: StagedSegment[], done: number) =>
    withTx(ctx, async (ctx) => {
      await Promise.all([
        insertSegments(ctx, row.id, staged),
        reportProgress(ctx, row, { phase: 'reading', done }),
      ]);
    });
  try {
    let [staged, from]: [StagedSegment[], number] = [[], 0];
    const pace = createPace();
    let begunAt = performance.now();
    // One batch is written while the next one is read.
    const flush = async () => {
      await writing;
      writing = write(staged, stager.lines);
      writing.catch(() => undefined);
      [staged, from] = [[], stager.lines];
      await pace(performance.now() - begunAt);
      begunAt = performance.now();
    };
    for await (const rows of readRows(openerOf(row), format.file, { signal, limits: readerLimits() })) {
      staged.push(...stager.add(rows));
      if (stager.lines - from >= ROWS_PER_WRITE) await flush();
    }
    await flush();
  } finally {
    await writing;
  }
  return { orders: stager.orders, lines: stager.lines };
}
