import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import type { MoneyJson } from '../platform/money';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { readOne } from '../platform/tx';
import { getTenant } from '../tenants';
import type { OrderKind } from './states';

export interface PeriodFigures {
  orders: number;
  returns: number;
  /** Sales less returns, one amount a currency, the company's own first. */
  revenue: MoneyJson[];
}

interface Row {
  currency: string;
  kind: OrderKind;
  month_orders: number;
  month_minor: bigint;
  today_orders: number;
  today_minor: bigint;
}

function sum(rows: Row[], own: string, period: 'month' | 'today'): PeriodFigures {
  const amounts = new Map<string, bigint>([[own, 0n]]);
  let [orders, returns] = [0, 0];
  for (const row of rows) {
    const [count, minor] =
      period === 'month' ? [row.month_orders, row.month_minor] : [row.today_orders, row.today_minor];
    if (row.kind === 'sale') orders += count;
    else returns += count;
    if (count > 0) amounts.set(row.currency, (amounts.get(row.currency) ?? 0n) + minor);
  }
  const revenue = [...amounts].map(([currency, amount]) => ({ amount: amount.toString(), currency }));
  return { orders, returns, revenue };
}

/** Orders and revenue of today and of this month in the company's zone, read from the sums per day. */
export async function orderFigures(ctx: Ctx): Promise<{ today: PeriodFigures; month: PeriodFigures }> {
  demand(ctx, 'orders:read');
  const { timeZone, currency } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const rows = await readOne<Row>(
    ctx,
    sql`
    select currency, kind, sum(order_count)::int as month_orders, sum(total_minor)::bigint as month_minor,
      coalesce(sum(order_count) filter (where day = ${today}::date), 0)::int as today_orders,
      coalesce(sum(total_minor) filter (where day = ${today}::date), 0)::bigint as today_minor
    from order_day_totals
    where tenant_id = ${ctx.tenantId}::uuid and day between ${`${today.slice(0, 8)}01`}::date and ${today}::date
    group by currency, kind order by currency`,
  );
  return { today: sum(rows, currency, 'today'), month: sum(rows, currency, 'month') };
}
