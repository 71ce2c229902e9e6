import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { getDocument } from '../documents';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { fixedClock, localDateTime } from '../platform/time';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { actionsOf, rolledBack, testTenant, type TestTenant } from '../testing';
import {
  createStandardReminderLevels,
  getReminderLetter,
  getReminderSettings,
  listReminderLetters,
  listReminderLevels,
  listReminderProposals,
  replanReminders,
  runReminders,
  sendReminders,
  sweepReminders,
  updateReminderLevel,
  updateReminderSettings,
} from './index';
import { issuedInvoices } from './testing/invoices';

const never = new AbortController().signal;
const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, clock: fixedClock(instant) });
const on = (ctx: Ctx, day: string) => at(ctx, `${day}T12:00:00Z`);

let tenant: TestTenant;
let ctx: Ctx;
let customerId: string;
beforeEach(async () => {
  tenant = await testTenant();
  ctx = tenant.ctx;
  customerId = (await createCustomer(ctx, { name: 'Café Kranz', emails: ['kasse@kranz.test'] })).id;
  await createStandardReminderLevels(ctx);
});

const choose = (mode: 'off' | 'propose' | 'send', hour = 9, now = '2026-11-01T00:00:00Z') =>
  updateReminderSettings(at(ctx, now), 1, { mode, hour });
const letters = async () => (await listReminderLetters(ctx)).rows;
const key = () => ({ customerId, currency: 'GBP' });
const had = () =>
  readOne<{ days: number; day: string }>(
    ctx,
    sql`select l.days, r.day from reminders r join reminder_levels l on l.tenant_id = r.tenant_id and l.id = r.level_id
        where r.tenant_id = ${ctx.tenantId}::uuid order by l.days, r.day`,
  );
const mails = async () =>
  await readOne<{ recipients: string[]; subject: string; text: string }>(
    ctx,
    sql`select recipients, subject, text from document_sendings where tenant_id = ${ctx.tenantId}::uuid
          order by created_at`,
  );

describe('sendReminders', () => {
  it('sends one letter for everything, by mail, with its fee, and notes each level', async () => {
    const [, first] = await listReminderLevels(ctx);
    await updateReminderLevel(ctx, first?.id ?? '', 1, { feeMinor: '500' });
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01', count: 2 });
    const { sent, refused } = await sendReminders(on(ctx, '2026-11-10'), { letters: [key()] });
    expect(refused).toEqual([]);
    expect(sent).toMatchObject([
      {
        number: 'RM-2026-00001',
        day: '2026-11-10',
        customer: { name: 'Café Kranz' },
        level: { name: 'First reminder' },
        invoiceCount: 2,
        fee: { amount: '500', currency: 'GBP' },
        total: { amount: '20500', currency: 'GBP' },
        delivery: 'mail',
      },
    ]);
    const [letter] = sent;
    expect(await getReminderLetter(ctx, letter?.id ?? '')).toEqual(letter);
    const { snapshot, kind, number } = await getDocument(ctx, letter?.documentId ?? '');
    expect([kind, number]).toEqual(['reminder', 'RM-2026-00001']);
    expect(snapshot).toMatchObject({ kind: 'reminder', totalMinor: '20500', buyer: { name: 'Café Kranz' } });
    const [mail] = await mails();
    expect(mail).toMatchObject({ recipients: ['kasse@kranz.test'] });
    expect(mail?.text).toContain('205.00');
    expect(mail?.text).toContain('17 Nov 2026');
    expect(await had()).toEqual([
      { days: 7, day: '2026-11-10' },
      { days: 7, day: '2026-11-10' },
    ]);
    expect(await actionsOf(ctx)).toEqual(expect.arrayContaining(['reminder.send', 'invoice.remind']));
  });

  it('sends each level once, whoever asks and however often', async () => {
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01', count: 3 });
    const now = on(ctx, '2026-11-10');
    const all = await Promise.all([1, 2, 3].map(() => sendReminders(now, { letters: [key()] })));
    expect(all.flatMap(({ sent }) => sent)).toHaveLength(1);
    expect(all.flatMap(({ refused }) => refused)).toHaveLength(2);
    expect(await letters()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
    expect(await had()).toHaveLength(3);
  });

  it('looks again at the moment of sending', async () => {
    const ids = await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01', count: 4 });
    const [paid = '', voided = '', paused = '', open = ''] = ids;
    const now = on(ctx, '2026-11-10');
    expect((await listReminderProposals(now)).rows[0]?.invoices).toHaveLength(4);
    await withTx(ctx, async ({ tx }) => {
      await tx.execute(sql`update invoices set settled_minor = payable_minor where id = ${paid}::uuid`);
      await tx.execute(sql`update invoices set state = 'voided' where id = ${voided}::uuid`);
      await tx.execute(sql`update invoices set reminders_paused = true where id = ${paused}::uuid`);
    });
    const { sent } = await sendReminders(now, { letters: [{ ...key(), invoiceIds: ids }] });
    expect(sent).toMatchObject([{ invoiceCount: 1, total: { amount: '10000' } }]);
    const [reminded] = await readOne<{ id: string }>(ctx, sql`select invoice_id as id from reminders`);
    expect(reminded?.id).toBe(open);
    const again = await sendReminders(now, { letters: [{ ...key(), invoiceIds: [paid] }] });
    expect(again).toMatchObject({ sent: [], refused: [{ customerId }] });
  });

  it('waits for whoever settles an invoice at the same moment', async () => {
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    let sending: Promise<unknown> = Promise.resolve();
    await withTx(ctx, async ({ tx }) => {
      await tx.execute(sql`update invoices set settled_minor = payable_minor`);
      sending = sendReminders(on(ctx, '2026-11-10'), { letters: [key()] });
      // It is under way, and stands at the invoice that is being settled.
      const waiting = () =>
        readOne(
          tenant.ctx,
          sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
      await expect.poll(waiting, { timeout: 5_000 }).toHaveLength(1);
    });
    expect(await sending).toMatchObject({ sent: [], refused: [{ customerId }] });
    expect(await letters()).toEqual([]);
  });

  it('speaks of what is not yet due in other words than of what is late', async () => {
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-13' });
    const { sent } = await sendReminders(on(ctx, '2026-11-10'), { letters: [{ ...key(), kind: 'note' }] });
    expect(sent).toMatchObject([{ level: { name: 'Friendly note' } }]);
    const [mail] = await mails();
    expect(mail?.subject).toMatch(/^Soon due for payment, Company/);
    expect(mail?.text).toContain('will be due by 13 Nov 2026');
    const { snapshot } = await getDocument(ctx, sent[0]?.documentId ?? '');
    expect(snapshot).toMatchObject({
      intro: 'We would like to remind you that the following will be due soon:',
    });
  });

  it('hands over for printing where there is no address for mails', async () => {
    const { id } = await createCustomer(ctx, { name: 'By post' });
    await issuedInvoices(ctx, { customerId: id, dueDate: '2026-11-01' });
    const { sent } = await sendReminders(on(ctx, '2026-11-10'), { letters: [{ ...key(), customerId: id }] });
    expect(sent).toMatchObject([{ delivery: 'print' }]);
    expect(await mails()).toEqual([]);
  });

  it('writes to each customer in its language', async () => {
    const { id } = await createCustomer(ctx, { name: 'Чайхана', language: 'ru', emails: ['a@chay.test'] });
    await issuedInvoices(ctx, { customerId: id, dueDate: '2026-11-01' });
    const { sent } = await sendReminders(on(ctx, '2026-11-10'), { letters: [{ ...key(), customerId: id }] });
    const { snapshot } = await getDocument(ctx, sent[0]?.documentId ?? '');
    expect(snapshot).toMatchObject({ language: 'ru', title: 'Напоминание об оплате' });
  });

  it('leaves nothing of what is rolled back', async () => {
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    await rolledBack(on(ctx, '2026-11-10'), (ctx) => sendReminders(ctx, { letters: [key()] }));
    expect([await letters(), await had(), await mails()]).toEqual([[], [], []]);
    const [letter] = (await sendReminders(on(ctx, '2026-11-10'), { letters: [key()] })).sent;
    expect(letter?.number).toBe('RM-2026-00001');
  });

  it('keeps what was sent for good, also from raw SQL', async () => {
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    await sendReminders(on(ctx, '2026-11-10'), { letters: [key()] });
    for (const table of [sql`reminders`, sql`reminder_letters`]) {
      for (const change of [sql`update ${table} set day = day + 1`, sql`delete from ${table}`]) {
        await expect(withTx(ctx, ({ tx }) => tx.execute(change))).rejects.toThrow('append-only');
      }
    }
  });
});

describe('the daily run', () => {
  it('sends by itself, once a day after its hour, levels in their order', async () => {
    await choose('send');
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    await runReminders(at(ctx, '2026-11-08T08:59:00Z'), never);
    expect(await letters()).toEqual([]);
    for (const time of ['09:00', '09:30', '23:59']) {
      await runReminders(at(ctx, `2026-11-08T${time}:00Z`), never);
    }
    expect(await letters()).toHaveLength(1);
    expect(await getReminderSettings(ctx)).toMatchObject({
      lastRunDay: '2026-11-08',
      nextRunAt: '2026-11-09T09:00:00.000Z',
      proposed: 0,
    });
    // Nothing ran for three months: one level goes out, and the next one waits for its gap.
    await runReminders(on(ctx, '2027-02-20'), never);
    await runReminders(on(ctx, '2027-02-21'), never);
    expect(await had()).toEqual([
      { days: 7, day: '2026-11-08' },
      { days: 21, day: '2027-02-20' },
    ]);
    await runReminders(on(ctx, '2027-03-02'), never);
    await runReminders(on(ctx, '2027-04-02'), never);
    expect((await had()).map(({ days }) => days)).toEqual([7, 21, 35]);
  });

  it('proposes without sending', async () => {
    await choose('propose');
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    await runReminders(on(ctx, '2026-11-08'), never);
    expect(await letters()).toEqual([]);
    expect(await getReminderSettings(ctx)).toMatchObject({ proposed: 1, lastRunDay: '2026-11-08' });
  });

  it('leaves letters without an address for mails to a person', async () => {
    await choose('send');
    const { id } = await createCustomer(ctx, { name: 'By post' });
    await issuedInvoices(ctx, { customerId: id, dueDate: '2026-11-01' });
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01', prefix: 'M' });
    await runReminders(on(ctx, '2026-11-08'), never);
    expect(await letters()).toMatchObject([{ customer: { id: customerId } }]);
    expect(await getReminderSettings(ctx)).toMatchObject({ proposed: 1 });
  });

  it('goes on where it was killed, and runs twice at once without a second letter', async () => {
    await choose('send');
    for (let index = 0; index < 5; index += 1) {
      const { id } = await createCustomer(ctx, { name: `C${index}`, emails: [`c${index}@c.test`] });
      await issuedInvoices(ctx, { customerId: id, dueDate: '2026-11-01', prefix: `N${index}` });
    }
    const stop = new AbortController();
    const now = on(ctx, '2026-11-08');
    let checks = 0;
    const signal = Object.assign(stop.signal, {
      throwIfAborted() {
        checks += 1;
        if (checks > 3) throw new Error('killed');
      },
    });
    await expect(runReminders(now, signal)).rejects.toThrow('killed');
    expect(await letters()).toHaveLength(3);
    expect(await getReminderSettings(ctx)).toMatchObject({ lastRunDay: null });
    await Promise.all([runReminders(now, never), runReminders(now, never)]);
    expect(await letters()).toHaveLength(5);
    expect(await mails()).toHaveLength(5);
  });

  it('does nothing when it is off', async () => {
    await choose('send');
    await updateReminderSettings(ctx, 2, { mode: 'off' });
    await issuedInvoices(ctx, { customerId, dueDate: '2026-11-01' });
    await runReminders(on(ctx, '2026-11-08'), never);
    expect(await letters()).toEqual([]);
    expect(await getReminderSettings(ctx)).toMatchObject({ nextRunAt: null });
  });
});

describe('the hour', () => {
  const zone = (timeZone: string) =>
    withTx(ctx, ({ tx, tenantId }) =>
      tx.execute(sql`update tenants set time_zone = ${timeZone} where id = ${tenantId}::uuid`),
    );
  const jobs = async () =>
    (
      await withSystemTx((tx) =>
        tx.query(sql`select 1 from outbox where tenant_id = ${ctx.tenantId}::uuid and job = 'reminder.run'`),
      )
    ).length;

  it.each([
    ['Asia/Tashkent', '2026-11-20T04:00:00Z', '2026-11-20'],
    ['America/New_York', '2026-11-20T14:00:00Z', '2026-11-20'],
    ['Pacific/Kiritimati', '2026-11-19T19:00:00Z', '2026-11-20'],
  ])('is that of %s, and so is the day', async (timeZone, nine, day) => {
    await zone(timeZone);
    await choose('propose', 9, new Date(Date.parse(nine) - 3_600_000).toISOString());
    await sweepReminders(new Date(Date.parse(nine) - 1_000));
    expect(await jobs()).toBe(0);
    await sweepReminders(new Date(nine));
    await sweepReminders(new Date(nine));
    expect(await jobs()).toBe(1);
    await runReminders(at(ctx, nine), never);
    expect(await getReminderSettings(ctx)).toMatchObject({ lastRunDay: day });
  });

  it('comes once on the days when the clocks change', async () => {
    await zone('America/New_York');
    // 2:00 does not exist on the day of the change; the run comes when the clocks show three.
    await choose('propose', 2, '2027-03-13T12:00:00Z');
    await runReminders(at(ctx, '2027-03-13T12:00:00Z'), never);
    const { nextRunAt } = await getReminderSettings(ctx);
    expect(localDateTime(new Date(nextRunAt ?? 0), 'America/New_York')).toBe('2027-03-14 03:00:00');
    await runReminders(at(ctx, nextRunAt ?? ''), never);
    expect(await getReminderSettings(ctx)).toMatchObject({ lastRunDay: '2027-03-14' });
    // 1:00 comes twice in November: the second one does nothing.
    await updateReminderSettings(at(ctx, '2027-11-06T12:00:00Z'), 2, { hour: 1 });
    await runReminders(at(ctx, '2027-11-07T05:00:00Z'), never);
    const settings = await getReminderSettings(ctx);
    expect(settings.lastRunDay).toBe('2027-11-07');
    await runReminders(at(ctx, '2027-11-07T06:00:00Z'), never);
    expect(await getReminderSettings(ctx)).toEqual(settings);
    expect(settings.nextRunAt).toBe('2027-11-08T06:00:00.000Z');
  });

  it('moves with the company', async () => {
    await choose('propose', 9, '2026-11-20T00:00:00Z');
    await zone('Asia/Tashkent');
    await replanReminders(at(ctx, '2026-11-20T00:00:00Z'));
    expect(await getReminderSettings(ctx)).toMatchObject({ nextRunAt: '2026-11-20T04:00:00.000Z' });
  });
});

it('stays quick and flat with thousands of late invoices', { timeout: 60_000 }, async () => {
  for (let index = 0; index < 40; index += 1) {
    const { id } = await createCustomer(ctx, { name: `Customer ${index}` });
    await issuedInvoices(ctx, { customerId: id, dueDate: '2026-11-01', count: 200, prefix: `B${index}` });
  }
  await choose('propose');
  const began = performance.now();
  await runReminders(on(ctx, '2026-11-20'), never);
  const { rows } = await listReminderProposals(on(ctx, '2026-11-20'), { limit: 10 });
  expect(rows).toHaveLength(10);
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await getReminderSettings(ctx)).toMatchObject({ proposed: 40 });
});
