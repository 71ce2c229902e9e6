import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import type { CustomerFiguresDto } from './schemas';

interface Row {
  currency: string;
  sales: number;
  returns: number;
  total: bigint;
  last: Date;
}

/**
 * What a customer has ordered in all, drafts and cancelled orders left out. Follows the orders by about a second.
 * A customer that has ordered nothing, and one of another company, has no figures.
 */
export async function customerFigures(ctx: Ctx, customerId: string): Promise<CustomerFiguresDto> {
  demand(ctx, 'orders:read');
  const rows = await readOne<Row>(
    ctx,
    sql`select currency, sale_count as sales, return_count as returns, total_minor as total, last_placed_at as last
        from order_customer_totals
        where tenant_id = ${ctx.tenantId}::uuid and customer_id = ${customerId}::uuid order by currency`,
  );
  const last = rows.map((row) => row.last).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    orders: rows.reduce((sum, row) => sum + row.sales, 0),
    returns: rows.reduce((sum, row) => sum + row.returns, 0),
    revenue: rows.map(({ currency, total }) => ({ amount: total.toString(), currency })),
    lastPlacedAt: last?.toISOString() ?? null,
  };
}
