import { audit } from '../platform/audit';
import { systemCtx } from '../platform/context';
import { objects } from '../platform/objects';
import { withSystemTx, withTx } from '../platform/tx';
import { clearStaged, importRecord, sourceKey } from './internal';
import { finalStates, statesBefore } from './states';

const BATCH = 100;
const DAY_MS = 86_400_000;
/** How long the file of a finished import is kept. */
const KEPT_MS = 7 * DAY_MS;
/** Longer than an upload link is good for. */
const UPLOAD_MS = DAY_MS;

interface Due {
  id: string;
  tenantId: string;
  fileName: string;
}

const select = { id: true, tenantId: true, fileName: true } as const;

/** Imports that wait for a person who does not come back. Those that a worker has to do with are left alone. */
async function expireAbandoned(now: Date): Promise<number> {
  const due = await withSystemTx(({ db }) =>
    db.import.findMany({
      where: {
        OR: [
          { state: 'uploading', createdAt: { lt: new Date(now.getTime() - UPLOAD_MS) } },
          { state: { in: ['mapping', 'planned'] }, createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
        ],
      },
      select,
      take: BATCH,
    }),
  );
  for (const row of due) await expire(row, now);
  return due.length;
}

async function expire(row: Due, now: Date): Promise<void> {
  await withTx(systemCtx(row.tenantId, 'import.sweep'), async (ctx) => {
    const { count } = await ctx.tx.db.import.updateMany({
      where: { tenantId: row.tenantId, id: row.id, state: { in: [...statesBefore('expire')] } },
      data: { state: 'cancelled', phase: null, finishedAt: now, version: { increment: 1 } },
    });
    if (count > 0) await audit(ctx, importRecord(row, 'expire'));
  });
}

async function deleteObjects(row: Due): Promise<void> {
  const prefix = sourceKey(row.tenantId, row.id);
  const keys: string[] = [];
  for await (const { key } of objects().list(prefix)) keys.push(key);
  for (const key of keys) await objects().delete(key);
}

/** A report can still be had afterwards: it is written again from the problems. */
async function dropFinished(now: Date): Promise<number> {
  const due = await withSystemTx(({ db }) =>
    db.import.findMany({
      where: {
        sweptAt: null,
        state: { in: [...finalStates] },
        finishedAt: { lt: new Date(now.getTime() - KEPT_MS) },
      },
      select,
      take: BATCH,
    }),
  );
  for (const row of due) {
    await deleteObjects(row);
    await withTx(systemCtx(row.tenantId, 'import.sweep'), async (ctx) => {
      await clearStaged(ctx, row.id);
      await ctx.tx.db.import.updateMany({
        where: { tenantId: row.tenantId, id: row.id },
        data: { sweptAt: now },
      });
    });
  }
  return due.length;
}

/**
 * Ends imports that were never uploaded (a day) or never started (a week), and deletes files, staged lines and
 * reports a week after the end. @returns how many
 */
export async function sweepImports(now = new Date()): Promise<number> {
  return (await expireAbandoned(now)) + (await dropFinished(now));
}
