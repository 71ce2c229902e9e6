import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';

const KEPT_MS = 24 * 60 * 60_000;
const BATCH = 5_000;

/**
 * Deletes idempotency keys after the 24 hours that the contract promises, the oldest first. Small transactions,
 * so that requests never wait for it.
 * @returns how many
 */
export async function sweepIdempotencyKeys(now = new Date(), batch = BATCH): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  for (let total = 0; ;) {
    const count = await withSystemTx((tx) =>
      tx.execute(sql`
        delete from idempotency_keys where ctid = any(array(
          select ctid from idempotency_keys where created_at < ${before} order by created_at limit ${batch}))`),
    );
    total += count;
    if (count < batch) return total;
  }
}
