import { describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { createOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { fixedClock, localDateTime } from '../platform/time';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { actionsOf, rolledBack, testTenant } from '../testing';
import {
  createRecurringInvoice,
  endRecurringInvoice,
  getRecurringInvoice,
  listRecurringInvoices,
  pauseRecurringInvoice,
  previewRecurrence,
  replanRecurringInvoices,
  resumeRecurringInvoice,
  sweepRecurringInvoices,
  updateRecurringInvoice,
} from './index';
import type { RecurrenceRuleInput } from './schemas';

const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, clock: fixedClock(instant) });
const monthly: RecurrenceRuleInput = {
  frequency: 'monthly',
  on: { kind: 'day', day: 1 },
  start: '2027-01-01',
};
const template = { items: [{ title: 'Hosting {month} {year}', quantity: '1', unitPrice: '49' }] };

const jobsOf = (ctx: Ctx) =>
  withSystemTx((tx) =>
    tx.query(
      sql`select 1 from outbox where tenant_id = ${ctx.tenantId}::uuid and job = 'recurring-invoice.run'`,
    ),
  ).then((rows) => rows.length);

async function company(timeZone = 'Europe/London') {
  const tenant = await testTenant({ timeZone });
  const ctx = at(tenant.ctx, '2026-11-29T12:00:00Z');
  const customer = await createCustomer(ctx, { name: 'Café Kranz' });
  const begin = (more = {}) =>
    createRecurringInvoice(ctx, {
      name: 'Hosting',
      customerId: customer.id,
      rule: monthly,
      template,
      ...more,
    });
  return { tenant, ctx, customer, begin };
}

const dueAt = async (ctx: Ctx, id: string) => {
  const [row] = await readOne<{ at: Date | null }>(
    ctx,
    sql`select due_at as at from recurring_invoices where id = ${id}::uuid`,
  );
  return row?.at ?? null;
};

describe('a series', () => {
  it('says what it is and which dates come next', async () => {
    const { ctx, begin, customer } = await company();
    const made = await begin();
    expect(made).toMatchObject({
      name: 'Hosting',
      customer: { id: customer.id, name: 'Café Kranz' },
      state: 'active',
      mode: 'draft',
      nextDate: '2027-01-01',
      made: 0,
      version: 1,
      failure: null,
    });
    expect(made.nextDates.slice(0, 2)).toEqual([
      { date: '2027-01-01', period: { from: '2027-01-01', to: '2027-01-31' } },
      { date: '2027-02-01', period: { from: '2027-02-01', to: '2027-02-28' } },
    ]);
    expect(made.nextDates).toHaveLength(5);
    expect(await getRecurringInvoice(ctx, made.id)).toEqual(made);
    expect((await listRecurringInvoices(ctx)).rows).toMatchObject([{ id: made.id, nextDate: '2027-01-01' }]);
    expect(await jobsOf(ctx)).toBe(0);
  });

  it('takes an order as its template, and its customer', async () => {
    const { ctx, customer } = await company();
    const order = await createOrder(ctx, {
      status: 'placed',
      customerId: customer.id,
      items: [{ title: 'Lantern', quantity: '2', unitPrice: '3.39' }],
    });
    const made = await createRecurringInvoice(ctx, {
      name: 'Like it',
      rule: monthly,
      templateOrderId: order.id,
    });
    expect(made).toMatchObject({
      customer: { id: customer.id },
      templateOrder: { number: order.number },
      template: null,
    });
    const cancelled = { name: 'x', rule: monthly, templateOrderId: customer.id };
    await expect(createRecurringInvoice(ctx, cancelled)).rejects.toMatchObject({
      faults: [{ path: 'templateOrderId', code: 'unknown-order' }],
    });
  });

  it('refuses what cannot work, beside the field', async () => {
    const { begin, ctx, tenant } = await company();
    const faults = async (more: object) => {
      const error: unknown = await begin(more).catch((caught: unknown) => caught);
      return (error as { faults: { path: string; code: string }[] }).faults.map(
        ({ path, code }) => `${path} ${code}`,
      );
    };
    expect(await faults({ template: undefined })).toContain('templateOrderId template-or-order');
    expect(await faults({ customerId: tenant.tenantId })).toEqual(['customerId unknown-customer']);
    expect(await faults({ rule: { ...monthly, on: { kind: 'day', day: 32 } } })).toEqual([
      'rule.on.day at-most',
    ]);
    expect(await faults({ rule: { ...monthly, end: { kind: 'on', date: '2026-12-31' } } })).toEqual([
      'rule.end.date last-before-first',
    ]);
    expect(await faults({ template: { items: [] } })).toEqual(['template.items lines-needed']);
    const foreign = await tenant.foreign();
    const made = await begin();
    await expect(getRecurringInvoice(foreign, made.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(updateRecurringInvoice(ctx, made.id, 9, { name: 'x' })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(begin({ mode: 'issue' }).then(() => tenant.ctxAs('viewer'))).resolves.toBeDefined();
    await expect(pauseRecurringInvoice(tenant.ctxAs('analyst'), made.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('goes on after its last date when its rule changes', async () => {
    const { ctx, begin } = await company();
    const made = await begin();
    await withTx(ctx, ({ tx }) =>
      tx.execute(
        sql`update recurring_invoices set last_date = '2027-02-01', next_date = '2027-03-01', made = 2`,
      ),
    );
    const rule: RecurrenceRuleInput = {
      ...monthly,
      on: { kind: 'day', day: 31 },
      end: { kind: 'after', count: 4 },
    };
    const changed = await updateRecurringInvoice(ctx, made.id, 1, { rule });
    expect(changed.nextDates.map(({ date }) => date)).toEqual(['2027-02-28', '2027-03-31']);
    const same = await updateRecurringInvoice(ctx, made.id, 2, { rule, name: 'Hosting' });
    expect(same.version).toBe(2);
    const over = await updateRecurringInvoice(ctx, made.id, 2, {
      rule: { ...rule, end: { kind: 'after', count: 2 } },
    });
    expect(over).toMatchObject({ state: 'ended', nextDate: null, nextDates: [] });
    await expect(updateRecurringInvoice(ctx, made.id, 3, { name: 'x' })).rejects.toMatchObject({
      reason: 'recurring-ended',
    });
  });

  it('is paused, resumed with or without the dates it has missed, and ended', async () => {
    const { ctx, begin } = await company();
    const { id } = await begin();
    expect(await pauseRecurringInvoice(ctx, id)).toMatchObject({
      state: 'paused',
      pauseReason: 'by_hand',
      version: 2,
    });
    expect(await pauseRecurringInvoice(ctx, id)).toMatchObject({ version: 2 });
    expect(await dueAt(ctx, id)).toBeNull();
    const later = at(ctx, '2027-04-15T12:00:00Z');
    expect(await resumeRecurringInvoice(later, id)).toMatchObject({
      state: 'active',
      nextDate: '2027-05-01',
    });
    expect(await jobsOf(ctx)).toBe(0);
    await withTx(ctx, ({ tx }) => tx.execute(sql`update recurring_invoices set next_date = '2027-01-01'`));
    await pauseRecurringInvoice(ctx, id);
    expect(await resumeRecurringInvoice(later, id, { missed: 'make' })).toMatchObject({
      nextDate: '2027-01-01',
    });
    expect(await jobsOf(ctx)).toBe(1);
    expect(await endRecurringInvoice(ctx, id)).toMatchObject({ state: 'ended', nextDate: null });
    await expect(resumeRecurringInvoice(ctx, id)).rejects.toMatchObject({ reason: 'recurring-ended' });
    expect(await actionsOf(ctx)).toEqual(
      expect.arrayContaining([
        'recurring-invoice.create',
        'recurring-invoice.pause',
        'recurring-invoice.end',
      ]),
    );
  });

  it('leaves nothing of what is rolled back', async () => {
    const { ctx, begin } = await company();
    const { id } = await begin();
    await rolledBack(ctx, (ctx) => endRecurringInvoice(ctx, id));
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({ state: 'active', version: 1 });
  });
});

describe('the list', () => {
  it('has what is due next first, by pages, and filters', async () => {
    const { ctx, begin, customer } = await company();
    const starts = ['2027-03-01', '2027-01-01', '2027-02-01'];
    for (const start of starts) await begin({ name: `From ${start}`, rule: { ...monthly, start } });
    const first = await listRecurringInvoices(ctx, { limit: 2 });
    expect(first.rows.map(({ nextDate }) => nextDate)).toEqual(['2027-01-01', '2027-02-01']);
    const second = await listRecurringInvoices(ctx, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ rows: [{ nextDate: '2027-03-01' }], nextCursor: null });
    const [{ id } = { id: '' }] = first.rows;
    await endRecurringInvoice(ctx, id);
    const count = async (filters: object) => (await listRecurringInvoices(ctx, filters)).rows.length;
    expect(await count({ state: 'ended' })).toBe(1);
    expect(await count({ state: 'active' })).toBe(2);
    expect(await count({ q: 'kranz' })).toBe(3);
    expect(await count({ q: '2027-03' })).toBe(1);
    expect(await count({ failing: 'true' })).toBe(0);
    expect(await count({ customerId: customer.id })).toBe(3);
  });
});

describe('time zones', () => {
  it.each([
    ['Asia/Tashkent', '2027-01-01T01:00:00.000Z'],
    ['America/New_York', '2027-01-01T11:00:00.000Z'],
    // The first day of the year begins here.
    ['Pacific/Kiritimati', '2026-12-31T16:00:00.000Z'],
  ])('makes the invoices of a day in its morning in %s', async (timeZone, instant) => {
    const { ctx, begin } = await company(timeZone);
    const { id } = await begin();
    expect((await dueAt(ctx, id))?.toISOString()).toBe(instant);
    await sweepRecurringInvoices(new Date(Date.parse(instant) - 1));
    expect(await jobsOf(ctx)).toBe(0);
    // However often it is looked: one job of a company is enough.
    await sweepRecurringInvoices(new Date(instant));
    await sweepRecurringInvoices(new Date(instant));
    expect(await jobsOf(ctx)).toBe(1);
    await endRecurringInvoice(ctx, id);
  });

  it('keeps to the hour when the clocks change, and when the company moves', async () => {
    const { tenant, ctx, begin } = await company('America/New_York');
    const rule: RecurrenceRuleInput = { frequency: 'weekly', weekday: 7, start: '2027-03-14' };
    const { id } = await begin({ rule });
    expect(localDateTime((await dueAt(ctx, id)) ?? new Date(0), 'America/New_York')).toBe(
      '2027-03-14 06:00:00',
    );
    await withTx(ctx, ({ tx }) =>
      tx.execute(sql`update tenants set time_zone = 'Asia/Tashkent' where id = ${tenant.tenantId}::uuid`),
    );
    await replanRecurringInvoices(ctx);
    expect(localDateTime((await dueAt(ctx, id)) ?? new Date(0), 'Asia/Tashkent')).toBe('2027-03-14 06:00:00');
  });
});

it('previews a rule, and how many of its dates have passed', async () => {
  const { ctx } = await company();
  const preview = await previewRecurrence(ctx, { rule: { ...monthly, start: '2026-09-01' }, count: 2 });
  expect(preview).toEqual({
    dates: [
      { date: '2026-09-01', period: { from: '2026-09-01', to: '2026-09-30' } },
      { date: '2026-10-01', period: { from: '2026-10-01', to: '2026-10-31' } },
    ],
    missed: 3,
  });
});
