import { objects } from '../platform/objects';
import { withSystemTx } from '../platform/tx';

const BATCH = 100;

/** Deletes files whose time is over. @returns how many */
export async function sweepExpiredExports(now = new Date()): Promise<number> {
  const due = await withSystemTx(({ db }) =>
    db.export.findMany({
      where: { state: 'ready', expiresAt: { lt: now } },
      select: { id: true, objectKey: true },
      take: BATCH,
    }),
  );
  for (const { id, objectKey } of due) {
    if (objectKey) await objects().delete(objectKey);
    await withSystemTx(({ db }) =>
      db.export.updateMany({ where: { id, state: 'ready' }, data: { state: 'expired' } }),
    );
  }
  return due.length;
}
