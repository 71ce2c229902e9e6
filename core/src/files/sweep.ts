import { objects } from '../platform/objects';
import { withSystemTx } from '../platform/tx';
import { keyOf, uploadKeyOf } from './internal';

const BATCH = 100;
/** Longer than an upload link is good for. */
const ABANDONED_MS = 60 * 60_000;

/** Deletes the bytes of deleted files and of uploads that were never finished. @returns how many */
export async function sweepFiles(now = new Date()): Promise<number> {
  const due = await withSystemTx(({ db }) =>
    db.file.findMany({
      where: {
        OR: [
          { state: 'deleted', sha256: { not: null } },
          { state: 'pending', createdAt: { lt: new Date(now.getTime() - ABANDONED_MS) } },
        ],
      },
      select: { id: true, tenantId: true },
      take: BATCH,
    }),
  );
  for (const file of due) {
    await objects().delete(uploadKeyOf(file));
    // Beside the file itself, copies of attempts that broke off.
    for await (const { key } of objects().list(keyOf(file))) await objects().delete(key);
    // Without its hash a deleted row says that its bytes are gone, too.
    await withSystemTx(({ db }) =>
      db.file.updateMany({
        where: { id: file.id },
        data: { state: 'deleted', sha256: null, deletedAt: now },
      }),
    );
  }
  return due.length;
}
