import { changeMany, demandAll, idsOf, type BulkTarget } from '../platform/bulk';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import type { BulkResult } from '../platform/fields';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { productConditions, productSource } from './list.sql';
import { productPolicy } from './policy';
import { BulkProductsInput } from './schemas';

const target: BulkTarget = { table: 'products', entityType: 'product' };

/**
 * Tags, archives or restores many products: all or none.
 * @throws AppError `not-found` when one of the ids is unknown, `too-large` beyond 50,000 matches
 */
export async function bulkProducts(ctx: Ctx, input: BulkProductsInput): Promise<BulkResult> {
  demand(ctx, productPolicy.write);
  const { ids: given, filters, ...action } = parse(BulkProductsInput, input);
  return withTx(ctx, async (ctx) => {
    if (given) await demandAll(ctx, target, given);
    const found =
      filters &&
      (await idsOf(
        ctx,
        sql`select p.id from ${productSource(filters, 'createdAt')} where ${productConditions(ctx, filters)}`,
      ));
    const ids = given ?? found ?? [];
    return { matched: ids.length, changed: await changeMany(ctx, target, ids, action) };
  });
}
