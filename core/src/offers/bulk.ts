import { changeMany, demandAll, idsOf, type BulkTarget } from '../platform/bulk';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError, parse } from '../platform/errors';
import type { BulkResult } from '../platform/fields';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { deleteInTx, withdrawInTx } from './close';
import { todayOf } from './internal';
import { offerConditions, offerSource } from './list.sql';
import { BulkOffersInput } from './schemas';

const target: BulkTarget = { table: 'offers', entityType: 'offer' };

export interface BulkOffersResult extends BulkResult {
  /** Offers that were left as they are, and why. */
  refused: { id: string; message: string }[];
}

async function moveAll(
  ctx: TxCtx,
  ids: readonly string[],
  move: (ctx: TxCtx, id: string) => Promise<unknown>,
): Promise<BulkOffersResult> {
  const result: BulkOffersResult = { matched: ids.length, changed: 0, refused: [] };
  // In one order for all, so that two of them never deadlock.
  for (const id of [...ids].sort()) {
    try {
      await move(ctx, id);
      result.changed += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.refused.push({ id, message: error.message });
    }
  }
  return result;
}

/**
 * Tags, archives, restores, withdraws or deletes many offers: all or none. Of offers to withdraw or delete, those that
 * cannot be are left as they are and named.
 * @throws AppError `not-found` when one of the ids is unknown, `too-large` beyond 50,000 matches
 */
export async function bulkOffers(ctx: Ctx, input: BulkOffersInput): Promise<BulkOffersResult> {
  demand(ctx, 'offers:write');
  const data = parse(BulkOffersInput, input);
  return withTx(ctx, async (ctx) => {
    if (data.ids) await demandAll(ctx, target, data.ids);
    if (data.action === 'delete') return moveAll(ctx, data.ids, deleteInTx);
    if (data.action === 'withdraw') return moveAll(ctx, data.ids, withdrawInTx);
    const { ids: given, filters, ...action } = data;
    const found = async () =>
      filters
        ? idsOf(
            ctx,
            sql`select o.id from ${offerSource(filters)} where ${offerConditions(ctx, filters, await todayOf(ctx))}`,
          )
        : [];
    const ids = given ?? (await found());
    return { matched: ids.length, changed: await changeMany(ctx, target, ids, action), refused: [] };
  });
}
