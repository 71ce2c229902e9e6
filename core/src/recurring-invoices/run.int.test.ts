import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { deleteInvoice, getInvoice, issueInvoice, listInvoices, voidInvoice } from '../invoices';
import { createOrder, getOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { fixedClock } from '../platform/time';
import { readOne, withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import {
  createRecurringInvoice,
  getRecurringInvoice,
  listRecurringInvoices,
  pauseRecurringInvoice,
  resumeRecurringInvoice,
  retryRecurringInvoice,
  runRecurringInvoices,
  settleRecurringRuns,
  updateRecurringInvoice,
} from './index';
import type { CreateRecurringInvoiceInput, RecurrenceRuleInput } from './schemas';

const never = new AbortController().signal;
const at = (ctx: Ctx, day: string): Ctx => ({ ...ctx, clock: fixedClock(`${day}T12:00:00Z`) });
const run = (ctx: Ctx, day: string) => runRecurringInvoices(at(ctx, day), never);

const billingAddress = { line1: '5 High Street', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
const monthly: RecurrenceRuleInput = {
  frequency: 'monthly',
  on: { kind: 'day', day: 1 },
  start: '2027-01-01',
};
const template = { items: [{ title: 'Hosting {month} {year}', quantity: '1', unitPrice: '49' }] };

let tenant: TestTenant;
let ctx: Ctx;
let customerId: string;
beforeEach(async () => {
  tenant = await testTenant();
  ctx = at(tenant.ctx, '2026-12-15');
  const customer = { name: 'Café Kranz', emails: ['kasse@kranz.test'], billingAddress };
  customerId = (await createCustomer(ctx, customer)).id;
});

const begin = (more: Partial<CreateRecurringInvoiceInput> = {}) =>
  createRecurringInvoice(ctx, { name: 'Hosting', customerId, rule: monthly, template, ...more });

const invoices = async () => {
  const { rows } = await listInvoices(ctx, {});
  const all = await Promise.all(rows.map(({ id }) => getInvoice(ctx, id)));
  return all.sort((a, b) => ((a.deliveryFrom ?? '') < (b.deliveryFrom ?? '') ? -1 : 1));
};

const sendings = async () =>
  (
    await readOne<{ key: string }>(
      ctx,
      sql`select request_key as key from document_sendings where tenant_id = ${ctx.tenantId}::uuid order by request_key`,
    )
  ).map(({ key }) => key);

describe('runRecurringInvoices', () => {
  it('makes nothing before its time, and one invoice a date however often it runs', async () => {
    const { id } = await begin();
    await run(ctx, '2026-12-31');
    expect(await invoices()).toEqual([]);
    for (let round = 0; round < 3; round += 1) await run(ctx, '2027-01-01');
    const [made, ...others] = await invoices();
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      state: 'draft',
      customer: { id: customerId },
      deliveryFrom: '2027-01-01',
      deliveryTo: '2027-01-31',
      items: [{ title: 'Hosting January 2027' }],
    });
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      made: 1,
      lastDate: '2027-01-01',
      nextDate: '2027-02-01',
      lastInvoice: { id: made?.id },
      runs: [{ date: '2027-01-01', step: 'done', invoice: { state: 'draft' } }],
    });
  });

  it('does it once when two workers run at once', async () => {
    for (let each = 0; each < 4; each += 1) await begin({ name: `Series ${each}`, mode: 'issue' });
    await Promise.all([1, 2, 3].map(() => run(ctx, '2027-02-01')));
    const made = await invoices();
    expect(made).toHaveLength(8);
    expect(made.every(({ state }) => state === 'issued')).toBe(true);
    expect(new Set(made.map(({ number }) => number)).size).toBe(8);
  });

  it('makes up for three months in which nothing ran, each with its own period, issued today', async () => {
    await begin({ mode: 'issue' });
    await run(ctx, '2027-04-10');
    const made = await invoices();
    expect(made.map((each) => [each.deliveryFrom, each.deliveryTo, each.issueDate])).toEqual([
      ['2027-01-01', '2027-01-31', '2027-04-10'],
      ['2027-02-01', '2027-02-28', '2027-04-10'],
      ['2027-03-01', '2027-03-31', '2027-04-10'],
      ['2027-04-01', '2027-04-30', '2027-04-10'],
    ]);
  });

  it('waits for a person after two dozen missed dates, and goes on when told', async () => {
    const { id } = await begin({ rule: { frequency: 'weekly', weekday: 1, start: '2026-01-05' } });
    await run(ctx, '2026-12-15');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      made: 24,
      state: 'paused',
      pauseReason: 'catch_up',
      nextDate: '2026-06-22',
    });
    expect((await listRecurringInvoices(ctx, { failing: 'true' })).rows).toHaveLength(1);
    await run(ctx, '2026-12-15');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({ made: 24 });
    await resumeRecurringInvoice(ctx, id, { missed: 'make' });
    await run(ctx, '2026-12-15');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({ made: 48, state: 'paused' });
    await resumeRecurringInvoice(ctx, id, { missed: 'skip' });
    await run(ctx, '2026-12-15');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      made: 48,
      state: 'active',
      nextDate: '2026-12-21',
    });
  });

  it('ends after its count', async () => {
    const { id } = await begin({ rule: { ...monthly, end: { kind: 'after', count: 2 } } });
    await run(ctx, '2027-06-01');
    expect(await invoices()).toHaveLength(2);
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({ state: 'ended', made: 2, nextDate: null });
  });

  it('issues and sends, each once', async () => {
    const { id } = await begin({ mode: 'issue_and_send' });
    await run(ctx, '2027-01-01');
    await run(ctx, '2027-01-01');
    const [made] = await invoices();
    expect(made).toMatchObject({ state: 'issued' });
    expect(await sendings()).toEqual([`recurring-${id}-2027-01-01`]);
  });

  it('reads the lines of an order each time, and leaves the order alone', async () => {
    const order = await createOrder(ctx, {
      status: 'placed',
      customerId,
      items: [{ title: 'Rent {month}', quantity: '2', unitPrice: '100', discountPercent: '10' }],
    });
    await begin({ template: undefined, templateOrderId: order.id });
    await run(ctx, '2027-02-01');
    const made = await invoices();
    expect(made.map(({ total, items }) => [total.amount, items[0]?.title])).toEqual([
      ['21600', 'Rent January'],
      ['21600', 'Rent February'],
    ]);
    expect(made.flatMap(({ orders }) => orders)).toEqual([]);
    expect(await getOrder(ctx, order.id)).toMatchObject({ version: order.version, status: 'placed' });
  });

  it('goes on where it was killed between two steps', async () => {
    const { id } = await begin({ mode: 'issue_and_send' });
    const stop = new AbortController();
    stop.abort(new Error('killed'));
    // After each step the worker is gone; another one takes over.
    for (let step = 1; step <= 4; step += 1) {
      await runRecurringInvoices(at(ctx, '2027-01-01'), stop.signal).catch(() => undefined);
      const { runs } = await getRecurringInvoice(ctx, id);
      expect(runs.map((each) => each.step)).toEqual([['issue', 'send', 'done', 'done'][step - 1]]);
    }
    expect(await invoices()).toMatchObject([{ state: 'issued' }]);
    expect(await sendings()).toHaveLength(1);
  });
});

describe('a failure', () => {
  const fail = () =>
    withTx(ctx, ({ tx }) =>
      tx.execute(
        sql`update customers set archived_at = null, billing_address = null where id = ${customerId}::uuid`,
      ),
    );

  it('leaves a draft where the invoice cannot be issued, tells why, tries again, and blocks nobody', async () => {
    const other = await createCustomer(ctx, { name: 'Other', billingAddress });
    const { id } = await begin({ mode: 'issue' });
    await fail();
    const fine = await begin({ name: 'Fine', customerId: other.id, mode: 'issue' });
    await run(ctx, '2027-01-01');
    const failing = await getRecurringInvoice(ctx, id);
    expect(failing).toMatchObject({
      made: 1,
      nextDate: '2027-02-01',
      runs: [{ step: 'issue', invoice: { state: 'draft' }, failure: { code: 'conflict' } }],
    });
    expect(failing.failure?.message).toBeTruthy();
    expect(failing.runs[0]?.retryAt).toBe('2027-01-01T12:15:00.000Z');
    expect(await getRecurringInvoice(ctx, fine.id)).toMatchObject({
      runs: [{ invoice: { state: 'issued' } }],
    });
    expect((await listRecurringInvoices(ctx, { failing: 'true' })).rows).toMatchObject([{ id }]);
    // Not before its time.
    await run(ctx, '2027-01-01');
    expect((await getRecurringInvoice(ctx, id)).runs[0]).toMatchObject({
      retryAt: '2027-01-01T12:15:00.000Z',
    });
    const address = JSON.stringify({ ...billingAddress, line2: null, region: null });
    await withTx(ctx, ({ tx }) =>
      tx.execute(
        sql`update customers set billing_address = ${address}::jsonb where id = ${customerId}::uuid`,
      ),
    );
    await retryRecurringInvoice(at(ctx, '2027-01-01'), id);
    await run(ctx, '2027-01-01');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      failure: null,
      runs: [{ step: 'done', failure: null, invoice: { state: 'issued' } }],
    });
  });

  it('stays on the series where no invoice can be made, later and later, until it is mended', async () => {
    const order = await createOrder(ctx, {
      customerId,
      items: [{ title: 'x', quantity: '1', unitPrice: '1' }],
    });
    const { id } = await begin({ template: undefined, templateOrderId: order.id });
    await withTx(ctx, ({ tx }) =>
      tx.execute(sql`update orders set status = 'cancelled' where id = ${order.id}::uuid`),
    );
    await run(ctx, '2027-01-01');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      made: 0,
      nextDate: '2027-01-01',
      retryAt: '2027-01-01T12:15:00.000Z',
      failure: { code: 'invalid', faults: [{ path: 'templateOrderId', code: 'unknown-order' }] },
    });
    await run(ctx, '2027-01-02');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({ retryAt: '2027-01-02T12:30:00.000Z' });
    await updateRecurringInvoice(at(ctx, '2027-01-02'), id, 1, { template });
    await run(ctx, '2027-01-02');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      made: 1,
      failure: null,
      nextDate: '2027-02-01',
    });
  });

  it('is over when people have seen to the invoice themselves', async () => {
    const { id } = await begin({ mode: 'issue' });
    await fail();
    await run(ctx, '2027-02-01');
    const [first, second] = await invoices();
    await deleteInvoice(ctx, first?.id ?? '');
    await settleRecurringRuns(ctx, id);
    await run(ctx, '2027-02-02');
    const series = await getRecurringInvoice(ctx, id);
    expect(series.runs).toMatchObject([
      { date: '2027-02-01', step: 'done', failure: null, invoice: { id: second?.id, state: 'draft' } },
      { date: '2027-01-01', step: 'done', failure: null, invoice: null },
    ]);
    // A draft that was deleted does not come again.
    await run(ctx, '2027-02-03');
    expect(await invoices()).toHaveLength(1);
  });

  it('does not send what was voided or issued by hand meanwhile', async () => {
    const { id } = await begin({ mode: 'issue' });
    await fail();
    await run(ctx, '2027-01-01');
    const [made] = await invoices();
    const address = JSON.stringify({ ...billingAddress, line2: null, region: null });
    await withTx(ctx, ({ tx }) =>
      tx.execute(
        sql`update customers set billing_address = ${address}::jsonb where id = ${customerId}::uuid`,
      ),
    );
    await updateRecurringInvoice(ctx, id, 1, { mode: 'issue_and_send' });
    const issued = await issueInvoice(at(ctx, '2027-01-01'), made?.id ?? '');
    await voidInvoice(at(ctx, '2027-01-01'), issued.id, { reason: 'A mistake' });
    await run(ctx, '2027-01-02');
    expect(await sendings()).toEqual([]);
    expect((await getRecurringInvoice(ctx, id)).runs).toMatchObject([{ step: 'done' }]);
  });

  it('tells that a customer without an address gets no mail, and keeps the invoice', async () => {
    await withTx(ctx, ({ tx }) =>
      tx.execute(sql`update customers set emails = '{}' where id = ${customerId}::uuid`),
    );
    const { id } = await begin({ mode: 'issue_and_send' });
    await run(ctx, '2027-01-01');
    expect(await getRecurringInvoice(ctx, id)).toMatchObject({
      failure: { reason: 'no-recipients' },
      runs: [{ step: 'send', invoice: { state: 'issued' } }],
    });
  });
});

it('makes nothing while paused', async () => {
  const { id } = await begin();
  await pauseRecurringInvoice(ctx, id);
  await run(ctx, '2027-03-01');
  expect(await invoices()).toEqual([]);
});

it.each([
  ['Asia/Tashkent', '2027-01-01T00:59:00Z', '2027-01-01T01:00:00Z'],
  ['America/New_York', '2027-01-01T10:59:00Z', '2027-01-01T11:00:00Z'],
  ['Pacific/Kiritimati', '2026-12-31T15:59:00Z', '2026-12-31T16:00:00Z'],
])('dates its invoices by the calendar of %s', async (timeZone, before, from) => {
  await withTx(ctx, ({ tx, tenantId }) =>
    tx.execute(sql`update tenants set time_zone = ${timeZone} where id = ${tenantId}::uuid`),
  );
  await begin({ mode: 'issue' });
  await runRecurringInvoices({ ...ctx, clock: fixedClock(before) }, never);
  expect(await invoices()).toEqual([]);
  await runRecurringInvoices({ ...ctx, clock: fixedClock(from) }, never);
  expect(await invoices()).toMatchObject([{ issueDate: '2027-01-01', deliveryFrom: '2027-01-01' }]);
});
