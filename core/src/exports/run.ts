import { Readable } from 'node:stream';
import type { Ctx } from '../platform/context';
import { createPace } from '../platform/background';
import { config } from '../platform/config';
import { csvCells, csvHeader, RecordCounter } from '../platform/csv';
import { inline, sql } from '../platform/db';
import { AppError } from '../platform/errors';
import { objects } from '../platform/objects';
import { withSnapshot, withTx } from '../platform/tx';
import type { ExportRow } from './internal';
import { choiceLabel, columnTitle } from './labels';
import { sourceOf } from './sources';

const REPORT_MS = 500;
/** What Postgres writes of a list in a millisecond, about. */
const BYTES_PER_MS = 8_000;

export const exportObjectKey = (tenantId: string, exportId: string) => `exports/${tenantId}/${exportId}.csv`;

/** Thrown when the export has been cancelled in the meantime; the file is dropped. */
class Cancelled extends Error {}

const stillRunning = (ctx: Ctx, id: string, data: { progressDone: number; progressTotal?: number }) =>
  withTx(ctx, async ({ tx }) => {
    const { count } = await tx.db.export.updateMany({
      where: { tenantId: ctx.tenantId, id, state: 'running' },
      data,
    });
    if (count === 0) throw new Cancelled();
  });

function statements(ctx: Ctx, row: ExportRow) {
  const source = sourceOf(row.resource);
  const columns = row.columns.map((key) => {
    const column = source.columns.find((each) => each.key === key);
    if (!column) throw new AppError('invalid', `There is no column ${key}.`);
    return column;
  });
  const forMachines = row.header === 'keys';
  const style = {
    timeZone: row.timeZone,
    label: (column: string, choice: string) =>
      forMachines ? choice : choiceLabel(column, choice, row.language),
  };
  const { from, where, order } = source.query(ctx, row.filters, row.sort, row.timeZone);
  return {
    header: csvHeader(columns.map(({ key }) => (forMachines ? key : columnTitle(key, row.language)))),
    count: inline(sql`select count(*)::int as total from ${from} where ${where}`),
    copy: inline(sql`copy (select ${csvCells(columns, style)} from ${from} where ${where} order by ${order})
                     to stdout (format csv)`),
  };
}

/** Passes the rows on and reports, at most twice a second, how many have passed. */
async function* withProgress(rows: Readable, header: string, report: (done: number) => Promise<void>) {
  yield Buffer.from(header);
  const counter = new RecordCounter();
  const pace = createPace();
  let reportAt = Date.now() + REPORT_MS;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    counter.add(chunk);
    if (Date.now() >= reportAt) {
      await report(counter.records);
      reportAt = Date.now() + REPORT_MS;
    }
    yield chunk;
    await pace(chunk.length / BYTES_PER_MS);
  }
  await report(counter.records);
}

/**
 * Reads one snapshot of the list and streams it to the store: Postgres writes the cells, memory stays flat
 * (rule 13). A failed or cancelled run leaves no file.
 */
async function writeFile(ctx: Ctx, row: ExportRow, signal: AbortSignal) {
  const { header, count, copy } = statements(ctx, row);
  return withSnapshot(ctx, async (snapshot) => {
    const [counted] = await snapshot.query<{ total: number }>(count);
    const total = counted?.total ?? 0;
    await stillRunning(ctx, row.id, { progressDone: 0, progressTotal: total });
    const report = (progressDone: number) => stillRunning(ctx, row.id, { progressDone });
    const body = Readable.from(withProgress(snapshot.copy(copy), header, report), { objectMode: false });
    const stored = await objects().put(exportObjectKey(ctx.tenantId, row.id), body, {
      contentType: 'text/csv; charset=utf-8',
      signal,
    });
    return { ...stored, total };
  });
}

async function begin(ctx: Ctx, exportId: string): Promise<ExportRow | null> {
  return withTx(ctx, async ({ tx }) => {
    const { count } = await tx.db.export.updateMany({
      where: { tenantId: ctx.tenantId, id: exportId, state: { in: ['queued', 'running'] } },
      data: { state: 'running', startedAt: ctx.clock(), progressDone: 0 },
    });
    if (count === 0) return null;
    return tx.db.export.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id: exportId } } });
  });
}

/** Writes the file of an export. Does nothing when that has been done, cancelled or given up. */
export async function runExport(ctx: Ctx, exportId: string, signal: AbortSignal): Promise<void> {
  const row = await begin(ctx, exportId);
  if (!row) return;
  const objectKey = exportObjectKey(ctx.tenantId, exportId);
  try {
    const { bytes, sha256, total } = await writeFile(ctx, row, signal);
    const finishedAt = ctx.clock();
    const expiresAt = new Date(finishedAt.getTime() + config().EXPORT_KEEP_DAYS * 86_400_000);
    const { count } = await withTx(ctx, ({ tx }) =>
      tx.db.export.updateMany({
        where: { tenantId: ctx.tenantId, id: exportId, state: 'running' },
        data: {
          state: 'ready',
          progressDone: total,
          progressTotal: total,
          fileBytes: bytes,
          fileSha256: sha256,
          objectKey,
          finishedAt,
          expiresAt,
        },
      }),
    );
    if (count === 0) throw new Cancelled();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    await objects().delete(objectKey);
  }
}

/** Marks an export that no repeat could save; the person sees it in the downloads. */
export async function failExport(ctx: Ctx, exportId: string): Promise<void> {
  await objects().delete(exportObjectKey(ctx.tenantId, exportId));
  await withTx(ctx, ({ tx }) =>
    tx.db.export.updateMany({
      where: { tenantId: ctx.tenantId, id: exportId, state: { in: ['queued', 'running'] } },
      data: { state: 'failed', errorCode: 'failed', finishedAt: ctx.clock() },
    }),
  );
}
