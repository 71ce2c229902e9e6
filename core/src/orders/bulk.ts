import { changeMany, demandAll, idsOf, type BulkTarget } from '../platform/bulk';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError, parse } from '../platform/errors';
import type { BulkResult } from '../platform/fields';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { orderConditions, orderSource } from './list.sql';
import { moveInTx } from './move';
import { BulkOrdersInput, type OrderFilters } from './schemas';

const target: BulkTarget = { table: 'orders', entityType: 'order' };

export interface BulkOrdersResult extends BulkResult {
  /** Orders that cannot be cancelled any more, with the reason; nothing was done to them. */
  refused: { id: string; message: string }[];
}

async function cancelAll(ctx: TxCtx, ids: readonly string[]): Promise<BulkOrdersResult> {
  const result: BulkOrdersResult = { matched: ids.length, changed: 0, refused: [] };
  // In one order for all, so that two of them never deadlock.
  for (const id of [...ids].sort()) {
    try {
      await moveInTx(ctx, id, 'cancel');
      result.changed += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.refused.push({ id, message: error.message });
    }
  }
  return result;
}

async function idsBy(ctx: TxCtx, filters: OrderFilters): Promise<string[]> {
  const { timeZone } = await getTenant(ctx);
  return idsOf(
    ctx,
    sql`select o.id from ${orderSource(filters)} o where ${orderConditions(ctx, filters, timeZone)}`,
  );
}

/**
 * Tags, archives, restores or cancels many orders: all or none. Of orders to cancel, those that cannot be are left
 * as they are and named.
 * @throws AppError `not-found` when one of the ids is unknown, `too-large` beyond 50,000 matches
 */
export async function bulkOrders(ctx: Ctx, input: BulkOrdersInput): Promise<BulkOrdersResult> {
  demand(ctx, 'orders:write');
  const data = parse(BulkOrdersInput, input);
  return withTx(ctx, async (ctx) => {
    if (data.ids) await demandAll(ctx, target, data.ids);
    if (data.action === 'cancel') return cancelAll(ctx, data.ids);
    const { ids: given, filters, ...action } = data;
    const ids = given ?? (filters ? await idsBy(ctx, filters) : []);
    return { matched: ids.length, changed: await changeMany(ctx, target, ids, action), refused: [] };
  });
}
