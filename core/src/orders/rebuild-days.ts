import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { localDate, startOfDay } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { revenueStatuses } from './states';
import { daysLock } from './write.sql';

const DAY_MS = 86_400_000;

/** The local days on which the company has orders, with the instants at which they begin. */
async function daysWithOrders(ctx: TxCtx, timeZone: string) {
  const rows = await ctx.tx.query<{ midnight: Date }>(sql`
    select distinct date_trunc('day', placed_at, 'UTC') as midnight from orders
    where tenant_id = ${ctx.tenantId}::uuid`);
  const days = new Set(
    rows.flatMap(({ midnight }) => [
      localDate(midnight, timeZone),
      localDate(new Date(midnight.getTime() + DAY_MS - 1), timeZone),
    ]),
  );
  return [...days].sort().map((day) => ({ day, begins: startOfDay(day, timeZone) }));
}

/**
 * Counts the sums per day again from the orders, by days of the company's present time zone. Who writes orders of
 * this company meanwhile waits. Repeating it changes nothing.
 * @returns how many days have orders
 */
export async function rebuildOrderDays(ctx: Ctx): Promise<number> {
  demand(ctx, 'settings:write');
  return withTx(ctx, async (ctx) => {
    await ctx.tx.query(sql`select pg_advisory_xact_lock(${daysLock(ctx)})`);
    const { timeZone, name } = await getTenant(ctx);
    const days = await daysWithOrders(ctx, timeZone);
    await ctx.tx.execute(sql`delete from order_day_totals where tenant_id = ${ctx.tenantId}::uuid`);
    // The same days as in addToDays, also where Postgres knows other rules of the zone.
    await ctx.tx.execute(sql`
      with days as materialized (
        select ${days.map(({ day }) => day)}::date[] as named, ${days.map(({ begins }) => begins)}::timestamptz[] as begins)
      insert into order_day_totals (tenant_id, day, currency, kind, order_count, total_minor)
      select ${ctx.tenantId}::uuid, named[width_bucket(o.placed_at, begins)], o.currency, o.kind, count(*),
        sum(o.total_minor)
      from orders o cross join days
      where o.tenant_id = ${ctx.tenantId}::uuid and o.status = any(${revenueStatuses}::text[])
      group by 2, 3, 4`);
    await audit(ctx, {
      action: 'tenant.rebuild-days',
      entityType: 'tenant',
      entityId: ctx.tenantId,
      entityName: name,
      changes: { timeZone: { to: timeZone }, days: { to: days.length } },
    });
    return days.length;
  });
}
