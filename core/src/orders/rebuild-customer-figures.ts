import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { customerFiguresLock } from './gather-customer-figures';
import { revenueStatuses } from './states';

/**
 * Counts the sums of all customers again from the orders. Orders can be taken meanwhile. Repeating it changes nothing.
 * @returns how many sums there are, one for each customer and currency
 */
export async function rebuildCustomerFigures(ctx: Ctx): Promise<number> {
  demand(ctx, 'settings:write');
  return withTx(ctx, async (ctx) => {
    await ctx.tx.query(customerFiguresLock(ctx));
    const { name } = await getTenant(ctx);
    // One statement, so that the changes that it drops are those of the very orders that it counts.
    const sums = await ctx.tx.execute(sql`
      with dropped as (delete from order_customer_changes where tenant_id = ${ctx.tenantId}::uuid),
      counted as (
        select customer_id, currency, count(*) filter (where kind = 'sale') as sales,
          count(*) filter (where kind = 'return') as returns, sum(total_minor) as total, max(placed_at) as last
        from orders
        where tenant_id = ${ctx.tenantId}::uuid and customer_id is not null
          and status = any(${revenueStatuses}::text[])
        group by 1, 2),
      gone as (
        delete from order_customer_totals t
        where t.tenant_id = ${ctx.tenantId}::uuid and not exists (
          select from counted c where c.customer_id = t.customer_id and c.currency = t.currency))
      insert into order_customer_totals
        (tenant_id, customer_id, currency, sale_count, return_count, total_minor, last_placed_at)
      select ${ctx.tenantId}::uuid, customer_id, currency, sales, returns, total, last from counted
      on conflict (tenant_id, customer_id, currency) do update
        set sale_count = excluded.sale_count, return_count = excluded.return_count,
          total_minor = excluded.total_minor, last_placed_at = excluded.last_placed_at`);
    await audit(ctx, {
      action: 'tenant.rebuild-customers',
      entityType: 'tenant',
      entityId: ctx.tenantId,
      entityName: name,
    });
    return sums;
  });
}
