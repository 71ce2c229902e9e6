import { describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { fixedClock } from '../platform/time';
import { withTx } from '../platform/tx';
import { actionsOf, rolledBack, testTenant } from '../testing';
import {
  createReminderLevel,
  createStandardReminderLevels,
  listReminderLevels,
  listReminderPauses,
  listReminderProposals,
  pauseReminders,
  previewReminder,
  removeReminderLevel,
  resumeReminders,
  skipReminders,
  updateReminderLevel,
} from './index';
import { issuedInvoices } from './testing/invoices';

const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, clock: fixedClock(`${day}T10:00:00Z`) });

/** A company with a customer and the levels -3, 7, 21 (10 days apart) and 35. */
async function company() {
  const tenant = await testTenant();
  const customer = await createCustomer(tenant.ctx, { name: 'Café Kranz', emails: ['kasse@kranz.test'] });
  const levels = await createStandardReminderLevels(tenant.ctx);
  return { tenant, ctx: tenant.ctx, customer, levels };
}

const proposed = async (ctx: Ctx, day: string) =>
  (await listReminderProposals(on(ctx, day))).rows.map(
    (each) => `${each.kind} ${each.level.days}: ${each.invoices.map(({ number }) => number).join(' ')}`,
  );

describe('listReminderProposals', () => {
  it('proposes each level from its day on, in their order', async () => {
    const { ctx, customer } = await company();
    await issuedInvoices(ctx, { customerId: customer.id, dueDate: '2026-11-10' });
    expect(await proposed(ctx, '2026-11-06')).toEqual([]);
    expect(await proposed(ctx, '2026-11-07')).toEqual(['note -3: T-1']);
    expect(await proposed(ctx, '2026-11-09')).toEqual(['note -3: T-1']);
    // Due, and not yet late enough: a note has no place any more.
    expect(await proposed(ctx, '2026-11-10')).toEqual([]);
    expect(await proposed(ctx, '2026-11-16')).toEqual([]);
    expect(await proposed(ctx, '2026-11-17')).toEqual(['late 7: T-1']);
    // However late it is: the first level comes first.
    expect(await proposed(ctx, '2027-03-01')).toEqual(['late 7: T-1']);
  });

  it('waits between levels, also after one that was skipped', async () => {
    const { ctx, customer } = await company();
    const [invoice = ''] = await issuedInvoices(ctx, { customerId: customer.id, dueDate: '2026-01-10' });
    const key = { customerId: customer.id, currency: 'GBP' };
    expect(await skipReminders(on(ctx, '2026-03-01'), { letters: [key] })).toEqual({ skipped: 1 });
    expect(await skipReminders(on(ctx, '2026-03-01'), { letters: [key] })).toEqual({ skipped: 0 });
    expect(await proposed(ctx, '2026-03-10')).toEqual([]);
    expect(await proposed(ctx, '2026-03-11')).toEqual(['late 21: T-1']);
    await skipReminders(on(ctx, '2026-03-11'), { letters: [{ ...key, invoiceIds: [invoice] }] });
    expect(await proposed(ctx, '2026-03-21')).toEqual(['late 35: T-1']);
    await skipReminders(on(ctx, '2026-03-21'), { letters: [key] });
    expect(await proposed(ctx, '2027-03-21')).toEqual([]);
    expect(await actionsOf(ctx)).toContain('invoice.skip-reminder');
  });

  it('puts all that a customer is reminded of into one letter a currency', async () => {
    const { ctx, customer, levels } = await company();
    const [, first] = levels;
    await updateReminderLevel(ctx, first?.id ?? '', 1, { feeMinor: '500' });
    const of = { customerId: customer.id };
    await issuedInvoices(ctx, { ...of, dueDate: '2026-11-01', count: 3, prefix: 'A' });
    await issuedInvoices(ctx, { ...of, dueDate: '2026-11-05', prefix: 'B', payable: 5_000, settled: 1_000 });
    await issuedInvoices(ctx, { ...of, dueDate: '2026-11-22', prefix: 'C' });
    await issuedInvoices(ctx, { ...of, dueDate: '2026-11-01', prefix: 'D', currency: 'EUR' });
    const { rows } = await listReminderProposals(on(ctx, '2026-11-20'));
    expect(rows.map(({ kind, currency, invoices }) => [kind, currency, invoices.length])).toEqual([
      ['late', 'EUR', 1],
      ['late', 'GBP', 4],
      ['note', 'GBP', 1],
    ]);
    const [euros, pounds] = rows;
    // Fees are set in the company's currency.
    expect(euros?.fee).toEqual({ amount: '0', currency: 'EUR' });
    expect(pounds).toMatchObject({
      fee: { amount: '500', currency: 'GBP' },
      total: { amount: '34500', currency: 'GBP' },
      delivery: 'mail',
      emails: ['kasse@kranz.test'],
    });
    const letter = await previewReminder(on(ctx, '2026-11-20'), { ...of, currency: 'GBP' });
    expect(letter).toMatchObject({ title: 'Payment reminder', totalMinor: '34500', issueDate: '2026-11-20' });
    expect(letter.entries.map(({ kind, openMinor }) => [kind, openMinor])).toEqual([
      ['invoice', '10000'],
      ['invoice', '10000'],
      ['invoice', '10000'],
      ['invoice', '4000'],
      ['fee', '500'],
    ]);
    expect(letter.payment.terms).toContain('345.00\u00a0GBP');
  });

  it('leaves out what is paid, credited, voided or paused, and credit notes', async () => {
    const { ctx, customer } = await company();
    const of = { customerId: customer.id, dueDate: '2026-11-01' };
    await issuedInvoices(ctx, { ...of, prefix: 'PAID', settled: 10_000 });
    await issuedInvoices(ctx, { ...of, prefix: 'OVER', settled: 12_000 });
    await issuedInvoices(ctx, { ...of, prefix: 'CREDIT', kind: 'credit_note' });
    await issuedInvoices(ctx, { ...of, prefix: 'NIL', payable: 0 });
    const [voided = ''] = await issuedInvoices(ctx, { ...of, prefix: 'VOID' });
    const [paused = ''] = await issuedInvoices(ctx, { ...of, prefix: 'PAUSED' });
    await withTx(ctx, async ({ tx }) => {
      await tx.execute(sql`update invoices set state = 'voided' where id = ${voided}::uuid`);
      await tx.execute(sql`update invoices set reminders_paused = true where id = ${paused}::uuid`);
    });
    expect(await proposed(ctx, '2026-11-20')).toEqual([]);
  });

  it('leaves out a customer that is paused, until the day after', async () => {
    const { ctx, customer } = await company();
    await issuedInvoices(ctx, { customerId: customer.id, dueDate: '2026-11-01' });
    await pauseReminders(ctx, { customerId: customer.id, until: '2026-11-20', reason: 'Asked for time' });
    expect(await proposed(ctx, '2026-11-20')).toEqual([]);
    expect(await proposed(ctx, '2026-11-21')).toHaveLength(1);
    await pauseReminders(ctx, { customerId: customer.id });
    expect(await proposed(ctx, '2030-01-01')).toEqual([]);
    expect(await listReminderPauses(ctx)).toMatchObject([{ customer: { name: 'Café Kranz' }, until: null }]);
    await resumeReminders(ctx, customer.id);
    await resumeReminders(ctx, customer.id);
    expect(await proposed(ctx, '2026-11-20')).toHaveLength(1);
    expect((await actionsOf(ctx)).filter((action) => action === 'customer.resume-reminders')).toHaveLength(1);
  });

  it('goes by pages of customers, all letters of one together', async () => {
    const { ctx } = await company();
    for (let index = 0; index < 5; index += 1) {
      const { id } = await createCustomer(ctx, { name: `Customer ${index}` });
      for (const currency of ['GBP', 'EUR']) {
        await issuedInvoices(ctx, {
          customerId: id,
          dueDate: '2026-11-01',
          prefix: `${index}${currency}`,
          currency,
        });
      }
    }
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listReminderProposals(on(ctx, '2026-11-20'), { limit: 2, cursor });
      seen.push(page.rows.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([4, 4, 2]);
  });

  it('is the company of its own', async () => {
    const { ctx, tenant, customer } = await company();
    await issuedInvoices(ctx, { customerId: customer.id, dueDate: '2026-11-01' });
    expect(await proposed(await tenant.foreign(), '2026-11-20')).toEqual([]);
    await rolledBack(ctx, (ctx) =>
      skipReminders(on(ctx, '2026-11-20'), { letters: [{ customerId: customer.id, currency: 'GBP' }] }),
    );
    expect(await proposed(ctx, '2026-11-20')).toHaveLength(1);
    await expect(previewReminder(ctx, { customerId: customer.id, currency: 'USD' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('levels', () => {
  it('stand in the order of their days, each once', async () => {
    const { ctx } = await testTenant();
    await createReminderLevel(ctx, { name: 'Second', days: 20 });
    const first = await createReminderLevel(ctx, { name: 'First', days: 10, feeMinor: '250' });
    expect((await listReminderLevels(ctx)).map(({ name, fee }) => [name, fee.amount])).toEqual([
      ['First', '250'],
      ['Second', '0'],
    ]);
    await expect(createReminderLevel(ctx, { name: 'Other', days: 10 })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'days-taken',
    });
    await expect(updateReminderLevel(ctx, first.id, 1, { days: 20 })).rejects.toMatchObject({
      reason: 'days-taken',
    });
    await expect(updateReminderLevel(ctx, first.id, 7, { name: 'x' })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(createReminderLevel(ctx, { name: 'Fee', days: 1, feeMinor: '-1' })).rejects.toMatchObject({
      faults: [{ path: 'feeMinor', code: 'invalid-amount' }],
    });
  });

  it('can be taken out of use and made again', async () => {
    const { ctx, customer } = await company();
    await issuedInvoices(ctx, { customerId: customer.id, dueDate: '2026-11-01' });
    const [, first] = await listReminderLevels(ctx);
    await skipReminders(on(ctx, '2026-11-10'), { letters: [{ customerId: customer.id, currency: 'GBP' }] });
    await removeReminderLevel(ctx, first?.id ?? '');
    await createReminderLevel(ctx, { name: 'First again', days: 7 });
    // It has had a level of seven days, whatever its name was.
    expect(await proposed(ctx, '2026-11-21')).toEqual([]);
    expect(await proposed(ctx, '2026-11-22')).toEqual(['late 21: T-1']);
  });

  it('are made once, however often they are asked for', async () => {
    const { ctx } = await company();
    expect(await createStandardReminderLevels(ctx)).toHaveLength(4);
    await rolledBack(ctx, (ctx) => createReminderLevel(ctx, { name: 'Undone', days: 60 }));
    expect(await listReminderLevels(ctx)).toHaveLength(4);
  });
});
