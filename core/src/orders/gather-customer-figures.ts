import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { revenueStatuses } from './states';

/** Held by whoever writes the sums of customers of a company; who takes orders needs none of it. */
export const customerFiguresLock = (ctx: TxCtx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`customer-figures:${ctx.tenantId}`}, 0))`;

interface Key {
  customer: string;
  currency: string;
}

/** Takes the changes that wait and adds them up. @returns the sums from which something was taken away */
const addUp = (ctx: TxCtx) =>
  ctx.tx.query<Key>(sql`
    with taken as (delete from order_customer_changes where tenant_id = ${ctx.tenantId}::uuid returning *),
    sums as (
      select customer_id, currency, sum(sale_count) as sales, sum(return_count) as returns,
        sum(total_minor) as total, max(placed_at) as last, bool_or(sale_count + return_count < 0) as less
      from taken group by 1, 2),
    added as (
      insert into order_customer_totals as t
        (tenant_id, customer_id, currency, sale_count, return_count, total_minor, last_placed_at)
      select ${ctx.tenantId}::uuid, customer_id, currency, sales, returns, total, last from sums
      on conflict (tenant_id, customer_id, currency) do update
        set sale_count = t.sale_count + excluded.sale_count, return_count = t.return_count + excluded.return_count,
          total_minor = t.total_minor + excluded.total_minor,
          last_placed_at = greatest(t.last_placed_at, excluded.last_placed_at))
    select customer_id as customer, currency from sums where less`);

/** The last order is no longer the latest of those that were added: it is looked up again. */
async function findLast(ctx: TxCtx, keys: readonly Key[]): Promise<void> {
  await ctx.tx.execute(sql`
    with keys as (select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(customer uuid, currency text)),
    gone as (
      delete from order_customer_totals t using keys k
      where t.tenant_id = ${ctx.tenantId}::uuid and t.customer_id = k.customer and t.currency = k.currency
        and t.sale_count = 0 and t.return_count = 0)
    update order_customer_totals t set last_placed_at = coalesce(
      (select o.placed_at from orders o
       where o.tenant_id = ${ctx.tenantId}::uuid and o.customer_id = k.customer and o.currency = k.currency
         and o.status = any(${revenueStatuses}::text[])
       order by o.placed_at desc limit 1), t.last_placed_at)
    from keys k
    where t.tenant_id = ${ctx.tenantId}::uuid and t.customer_id = k.customer and t.currency = k.currency
      and (t.sale_count <> 0 or t.return_count <> 0)`);
}

/**
 * Adds what orders have changed since the last time to the sums of their customers: as much work as there are
 * changes, however many orders a customer has. Each change is taken in the transaction that adds it, so it counts
 * once and only once, however often this is repeated and wherever it is broken off.
 */
export async function gatherCustomerFigures(ctx: Ctx): Promise<void> {
  await withTx(ctx, async (ctx) => {
    await ctx.tx.query(customerFiguresLock(ctx));
    const less = await addUp(ctx);
    if (less.length > 0) await findLast(ctx, less);
  });
}
