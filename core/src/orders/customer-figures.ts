import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import type { CustomerFiguresDto } from './schemas';

interface Row {
  currency: string | null;
  sales: number;
  returns: number;
  total: bigint;
  last: Date;
}

/**
 * What a customer has ordered in all, drafts and cancelled orders left out. Follows the orders by about a second.
 * @throws AppError `not-found`, also for another company's customer
 */
export async function customerFigures(ctx: Ctx, customerId: string): Promise<CustomerFiguresDto> {
  demand(ctx, 'orders:read');
  if (!isId(customerId)) throw notFound('customer');
  const found = await readOne<Row>(
    ctx,
    sql`select t.currency, t.sale_count as sales, t.return_count as returns, t.total_minor as total,
          t.last_placed_at as last
        from customers c left join order_customer_totals t on t.tenant_id = c.tenant_id and t.customer_id = c.id
        where c.tenant_id = ${ctx.tenantId}::uuid and c.id = ${customerId}::uuid order by t.currency`,
  );
  if (found.length === 0) throw notFound('customer');
  const rows = found.filter((row) => row.currency !== null);
  const last = Math.max(...rows.map((row) => row.last.getTime()));
  return {
    orders: rows.reduce((sum, row) => sum + row.sales, 0),
    returns: rows.reduce((sum, row) => sum + row.returns, 0),
    revenue: rows.map(({ currency, total }) => ({ amount: total.toString(), currency: currency ?? '' })),
    lastPlacedAt: rows.length > 0 ? new Date(last).toISOString() : null,
  };
}
