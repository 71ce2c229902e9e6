import { audit } from '../platform/audit';
import { systemCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { localDate } from '../platform/time';
import { withSystemTx, withTx } from '../platform/tx';

const BATCH = 500;

interface Company {
  id: string;
  timeZone: string;
}

/** Records of a company's offers whose last day is over that they have expired. @returns how many */
export async function expireOffers(ctx: Ctx, today: string): Promise<number> {
  return withTx(ctx, async (ctx) => {
    const rows = await ctx.tx.query<{ id: string; number: string }>(sql`
      with due as (
        select id from offers
        where tenant_id = ${ctx.tenantId}::uuid and state = 'sent' and valid_until < ${today}::date
        order by id limit ${BATCH} for update skip locked)
      update offers o set state = 'expired', closed_at = ${ctx.clock()}, version = o.version + 1,
        updated_at = ${ctx.clock()}
      from due where o.tenant_id = ${ctx.tenantId}::uuid and o.id = due.id
      returning o.id, o.number`);
    await audit(
      ctx,
      ...rows.map(({ id, number }) => ({
        action: 'offer.expire',
        entityType: 'offer',
        entityId: id,
        entityName: number,
        changes: { state: { from: 'sent', to: 'expired' } },
      })),
    );
    return rows.length;
  });
}

/** Records expired offers of all companies, each by its own calendar. @returns how many */
export async function sweepOffers(now = new Date()): Promise<number> {
  // Nowhere on earth is the date later than a day ahead of UTC's.
  const latest = localDate(now, 'Pacific/Kiritimati');
  const companies = await withSystemTx((tx) =>
    tx.query<Company>(sql`
      select t.id, t.time_zone as "timeZone" from tenants t
      where exists (select 1 from offers o
        where o.tenant_id = t.id and o.state = 'sent' and o.valid_until < ${latest}::date)`),
  );
  let count = 0;
  for (const { id, timeZone } of companies) {
    count += await expireOffers(systemCtx(id, 'offers.expire'), localDate(now, timeZone));
  }
  return count;
}
