import { expect, it, vi } from 'vitest';
import { createCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne, withTx } from '../platform/tx';
import { getTenant, updateTenant } from '../tenants';
import { actionsOf, jobsWaiting, testTenant, type TestTenant } from '../testing';
import { cancelOrder, createOrder, orderFigures, rebuildOrderDays } from './index';
import { addToDays } from './write.sql';

/** Around midnight and around the hours at which clocks change, in London, New York, Samarkand and Apia. */
const instants = [
  '2011-12-30T09:59:59.999Z',
  '2011-12-30T10:00:00Z',
  '2026-03-08T04:59:59Z',
  '2026-03-08T06:59:59Z',
  '2026-03-08T07:00:00Z',
  '2026-03-28T23:59:59.999Z',
  '2026-03-29T00:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-03-29T22:59:59Z',
  '2026-03-29T23:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-10-25T23:00:00Z',
  '2026-11-20T18:59:59Z',
  '2026-11-20T19:00:00Z',
];

const lantern = { title: 'Lantern', quantity: '1', unitPrice: '10' };

const take = (ctx: Ctx, placedAt: string, change: object = {}) =>
  createOrder(ctx, { status: 'placed', items: [lantern], placedAt, ...change });

async function takeAll({ ctx }: TestTenant): Promise<void> {
  for (const placedAt of instants) await take(ctx, placedAt);
  await take(ctx, '2026-03-28T23:30:00Z', { currency: 'EUR' });
  await take(ctx, '2026-03-28T23:30:00Z', { kind: 'return', items: [{ ...lantern, quantity: '-1' }] });
  await take(ctx, '2026-03-28T23:30:00Z', { status: 'draft' });
  await cancelOrder(ctx, (await take(ctx, '2026-03-28T23:30:00Z')).id);
}

const days = (ctx: Ctx) =>
  readOne<{ day: string }>(
    ctx,
    sql`select day, currency, kind, order_count as orders, total_minor::text as total from order_day_totals
        where order_count <> 0 or total_minor <> 0 order by day, currency, kind`,
  );

async function moveTo({ ctx }: TestTenant, timeZone: string): Promise<void> {
  const { version } = await getTenant(ctx);
  await updateTenant(ctx, { expectedVersion: version, timeZone });
}

it.each(['America/New_York', 'Asia/Samarkand', 'Pacific/Apia', 'UTC'])(
  'counts as if the company had always been in %s, and the same a second time',
  async (timeZone) => {
    const [company, always] = [await testTenant(), await testTenant({ timeZone })];
    await Promise.all([takeAll(company), takeAll(always)]);
    const before = await days(company.ctx);
    await moveTo(company, timeZone);
    const named = await rebuildOrderDays(company.ctx);
    expect(await days(company.ctx)).toEqual(await days(always.ctx));
    expect(await days(company.ctx)).not.toEqual(before);
    expect(await rebuildOrderDays(company.ctx)).toBe(named);
    expect(await days(company.ctx)).toEqual(await days(always.ctx));
    expect(await actionsOf(company.ctx)).toContain('tenant.rebuild-days');
    await moveTo(company, 'Europe/London');
    await rebuildOrderDays(company.ctx);
    expect(await days(company.ctx)).toEqual(before);
  },
);

it('moves an order placed late in the evening into the next day, where the figures find it', async () => {
  const company = await testTenant();
  await take(company.ctx, '2026-11-20T19:30:00Z');
  expect(await days(company.ctx)).toMatchObject([{ day: '2026-11-20' }]);
  await moveTo(company, 'Asia/Samarkand');
  await rebuildOrderDays(company.ctx);
  expect(await days(company.ctx)).toMatchObject([{ day: '2026-11-21', orders: 1, total: '1200' }]);
  const { tenantId, actor } = company.ctx;
  const morning = createCtx({ tenantId, actor, clock: () => new Date('2026-11-21T04:00:00Z') });
  expect((await orderFigures(morning)).today.orders).toBe(1);
});

it('is asked for with the change of the zone, and with no other', async () => {
  const company = await testTenant();
  const before = await jobsWaiting('tenant.zone-changed');
  await updateTenant(company.ctx, { expectedVersion: 1, name: 'Another name', timeZone: 'Europe/London' });
  expect(await jobsWaiting('tenant.zone-changed')).toBe(before);
  await moveTo(company, 'Asia/Tashkent');
  expect(await jobsWaiting('tenant.zone-changed')).toBe(before + 1);
});

it('waits for orders that are being written, and counts them', async () => {
  const { ctx } = await testTenant();
  await take(ctx, '2026-11-20T10:00:00Z');
  const waiting = async () =>
    (
      await readOne(
        ctx,
        sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`,
      )
    ).length;
  const rebuilt = await withTx(ctx, async (inside) => {
    await take(inside, '2026-11-20T11:00:00Z');
    const rebuilding = rebuildOrderDays(ctx);
    await vi.waitFor(async () => expect(await waiting()).toBe(1));
    return { rebuilding };
  });
  await rebuilt.rebuilding;
  expect(await days(ctx)).toMatchObject([{ day: '2026-11-20', orders: 2, total: '2400' }]);
});

it('lets nothing be added by days of the zone before', async () => {
  const company = await testTenant();
  const delta = { day: '2026-11-20', currency: 'GBP', kind: 'sale', orders: 1, totalMinor: 100n } as const;
  await moveTo(company, 'Asia/Tashkent');
  let tries = 0;
  const late = withTx(company.ctx, (ctx) => {
    tries += 1;
    return addToDays(ctx, [delta], tries < 2 ? 'Europe/London' : 'Asia/Tashkent');
  });
  await late;
  expect(tries).toBe(2);
  expect(await days(company.ctx)).toMatchObject([{ orders: 1, total: '100' }]);
});

it('touches no other company, and is not for everyone', async () => {
  const [company, other] = [await testTenant(), await testTenant()];
  await take(other.ctx, '2026-11-20T19:30:00Z');
  const theirs = await days(other.ctx);
  expect(await rebuildOrderDays(company.ctx)).toBe(0);
  expect(await days(other.ctx)).toEqual(theirs);
  await expect(rebuildOrderDays(company.ctxAs('manager'))).rejects.toMatchObject({ code: 'forbidden' });
});
