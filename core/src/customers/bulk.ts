import { changeMany, demandAll, idsOf, type BulkTarget } from '../platform/bulk';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import type { BulkResult } from '../platform/fields';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { customerConditions, customerSource } from './list.sql';
import { customerPolicy } from './policy';
import { BulkCustomersInput } from './schemas';

const target: BulkTarget = { table: 'customers', entityType: 'customer' };

/**
 * Tags, archives or restores many customers: all or none.
 * @throws AppError `not-found` when one of the ids is unknown, `too-large` beyond 50,000 matches
 */
export async function bulkCustomers(ctx: Ctx, input: BulkCustomersInput): Promise<BulkResult> {
  demand(ctx, customerPolicy.write);
  const { ids: given, filters, ...action } = parse(BulkCustomersInput, input);
  return withTx(ctx, async (ctx) => {
    if (given) await demandAll(ctx, target, given);
    const found =
      filters &&
      (await idsOf(
        ctx,
        sql`select c.id from ${customerSource(filters, 'createdAt')} where ${customerConditions(ctx, filters)}`,
      ));
    const ids = given ?? found ?? [];
    return { matched: ids.length, changed: await changeMany(ctx, target, ids, action) };
  });
}
