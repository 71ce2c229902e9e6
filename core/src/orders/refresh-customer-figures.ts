import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { revenueStatuses } from './states';

/**
 * Writes the sums of customers anew from their orders. What is committed while this runs is left to the next run,
 * which the change itself has asked for; a repeat does the same again.
 */
export async function refreshCustomerFigures(ctx: Ctx, customerIds: readonly string[]): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const ids = [...new Set(customerIds)].sort();
    // Two runs for one customer take turns, so that the later one sees at least what the earlier one saw.
    await ctx.tx.query(sql`
      select id from customers where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])
      order by id for no key update`);
    await ctx.tx.execute(sql`
      delete from order_customer_totals
      where tenant_id = ${ctx.tenantId}::uuid and customer_id = any(${ids}::uuid[])`);
    await ctx.tx.execute(sql`
      insert into order_customer_totals
        (tenant_id, customer_id, currency, sale_count, return_count, total_minor, last_placed_at)
      select tenant_id, customer_id, currency, count(*) filter (where kind = 'sale'),
        count(*) filter (where kind = 'return'), sum(total_minor), max(placed_at)
      from orders
      where tenant_id = ${ctx.tenantId}::uuid and customer_id = any(${ids}::uuid[])
        and status = any(${revenueStatuses}::text[])
      group by tenant_id, customer_id, currency`);
  });
}
