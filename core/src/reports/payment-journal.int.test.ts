import { text } from 'node:stream/consumers';
import { beforeEach, expect, it } from 'vitest';
import { createBankAccount } from '../company';
import { allocatePayment, recordPayment, refundPayment, takeBackAllocation, voidPayment } from '../payments';
import { openDesk, pays, type Desk } from '../payments/testing/desk';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { paymentJournal, paymentJournalCsv, type PaymentJournal } from './index';

let desk: Desk;
let ctx: Ctx;
beforeEach(async () => {
  desk = await openDesk();
  ctx = desk.ctx;
});

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const march = { from: '2026-03-01', to: '2026-03-31' };
const allOfIt = { from: '2026-01-01', to: '2026-12-31' };
const idsOf = ({ rows }: PaymentJournal) => rows.map(({ id }) => id);

it('says of each payment what it settles and what is left, in the order of days, with sums by method', async () => {
  const customerId = await desk.customerOf('Hawthorn');
  const [first, second] = [await desk.invoice(customerId, 7_000n), await desk.invoice(customerId, 1_000n)];
  const account = await createBankAccount(ctx, { name: 'Main', accountNumber: '1', currency: 'GBP' });
  const base = { currency: 'GBP', customerId };
  const late = await recordPayment(ctx, { ...base, amount: '500', day: '2026-03-02', method: 'cash' });
  const early = await recordPayment(ctx, {
    ...base,
    amount: '9000',
    day: '2026-03-01',
    reference: 'Thanks',
    bankAccountId: account.id,
    allocations: [pays(first, '7000'), pays(second, '1000')],
  });
  const before = await recordPayment(ctx, { ...base, amount: '1', day: '2026-02-28' });
  const journal = await paymentJournal(ctx, march);
  expect(idsOf(journal)).toEqual([early.id, late.id]);
  expect(journal.rows[0]).toEqual({
    id: early.id,
    day: '2026-03-01',
    state: 'booked',
    customer: { id: customerId, name: 'Hawthorn' },
    method: 'bank_transfer',
    bankAccount: { id: account.id, name: 'Main' },
    reference: 'Thanks',
    documents: [
      { id: first, number: 'INV-2026-00001', amount: gbp('7000') },
      { id: second, number: 'INV-2026-00002', amount: gbp('1000') },
    ],
    refundOf: null,
    credit: gbp('1000'),
    amount: gbp('9000'),
    voidReason: null,
  });
  const sums = (count: number, amount: string) => ({
    count,
    received: gbp(amount),
    givenBack: gbp('0'),
    net: gbp(amount),
  });
  expect(journal).toMatchObject({
    ...march,
    nextCursor: null,
    totals: [
      {
        ...sums(2, '9500'),
        methods: [
          { method: 'bank_transfer', ...sums(1, '9000') },
          { method: 'cash', ...sums(1, '500') },
        ],
      },
    ],
    exchangeDifferences: gbp('0'),
  });
  expect(idsOf(await paymentJournal(ctx, allOfIt))).toEqual([before.id, early.id, late.id]);
});

it('takes refunds off, and leaves what is voided in its place without counting it', async () => {
  const customerId = await desk.customerOf();
  const id = await desk.invoice(customerId, 1_000n);
  const note = await desk.creditNote(customerId, 200n);
  const base = { currency: 'GBP', customerId };
  const paid = await recordPayment(ctx, { ...base, amount: '1500', allocations: [pays(id, '1000')] });
  const back = await refundPayment(ctx, { paymentId: paid.id, amount: '300' });
  const credited = await refundPayment(ctx, { creditNoteId: note, amount: '200', method: 'cash' });
  const wrong = await recordPayment(ctx, { ...base, amount: '999', method: 'card' });
  await voidPayment(ctx, wrong.id, { reason: 'Written twice' });
  const { rows, totals } = await paymentJournal(ctx, march);
  expect(rows).toMatchObject([
    { id: paid.id, amount: gbp('1500'), credit: gbp('200'), refundOf: null },
    { id: back.id, amount: gbp('-300'), documents: [], refundOf: { id: paid.id, day: '2026-03-02' } },
    { id: credited.id, amount: gbp('-200'), documents: [{ id: note, amount: gbp('200') }] },
    { id: wrong.id, state: 'voided', amount: gbp('999'), credit: gbp('0'), voidReason: 'Written twice' },
  ]);
  expect(totals).toMatchObject([
    {
      count: 3,
      received: gbp('1500'),
      givenBack: gbp('500'),
      net: gbp('1000'),
      methods: [
        { method: 'bank_transfer', net: gbp('1200') },
        { method: 'cash', received: gbp('0'), net: gbp('-200') },
      ],
    },
  ]);
});

it('sums each currency by itself, and exchange differences on the days they are booked', async () => {
  const customerId = await desk.customerOf();
  const id = await desk.invoice(customerId, 10_000n, { currency: 'EUR', exchangeRate: '0.80' });
  await recordPayment(ctx, { currency: 'GBP', amount: '100', customerId, day: '2026-02-01' });
  const euros = { currency: 'EUR', amount: '10000', exchangeRate: '0.85', day: '2026-02-01' };
  const paid = await recordPayment(ctx, { ...euros, allocations: [pays(id, '10000')] });
  const february = await paymentJournal(ctx, { from: '2026-02-01', to: '2026-02-28' });
  expect(february.totals).toMatchObject([
    { net: { amount: '10000', currency: 'EUR' } },
    { net: { amount: '100', currency: 'GBP' } },
  ]);
  expect(february.exchangeDifferences).toEqual(gbp('500'));
  const [allocation] = await withTx(ctx, ({ tx }) =>
    tx.query<{ id: string }>(sql`select id from allocations where payment_id = ${paid.id}::uuid`),
  );
  await takeBackAllocation(ctx, allocation?.id ?? '');
  expect(await paymentJournal(ctx, march)).toMatchObject({ rows: [], exchangeDifferences: gbp('-500') });
  expect((await paymentJournal(ctx, allOfIt)).rows[1]).toMatchObject({
    documents: [],
    credit: { amount: '10000', currency: 'EUR' },
  });
  await allocatePayment(ctx, paid.id, { allocations: [pays(id, '4000')] });
  expect((await paymentJournal(ctx, allOfIt)).rows[1]).toMatchObject({ documents: [{ id }] });
});

it('comes a page at a time with the sums of the whole period, and as a file of all rows', async () => {
  const customerId = await desk.customerOf('=Hawthorn');
  const id = await desk.invoice(customerId, 150n);
  const base = { currency: 'GBP', customerId };
  const ids: string[] = [];
  for (const amount of ['100', '200', '300', '400', '500']) {
    ids.push((await recordPayment(ctx, { ...base, amount, method: 'cash' })).id);
  }
  await allocatePayment(ctx, ids[1] ?? '', { allocations: [pays(id, '150')] });
  await voidPayment(ctx, ids[2] ?? '', { reason: 'bounced' });
  const seen: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await paymentJournal(ctx, { ...march, limit: 2, ...(cursor && { cursor }) });
    expect(page.totals).toMatchObject([{ net: gbp('1200') }]);
    seen.push(...idsOf(page));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(ids);
  const { name, chunks } = await paymentJournalCsv(ctx, march, 'en');
  expect(name).toBe('payments-2026-03-01-2026-03-31.csv');
  expect((await text(chunks)).split('\n').slice(0, 4)).toEqual([
    '\uFEFFDay,Customer,Method,Bank account,Reference,Settles,Left as credit,Amount,Voided,Currency,Reason for voiding',
    `2026-03-02,'=Hawthorn,Cash,,,,1.00,1.00,,GBP,`,
    `2026-03-02,'=Hawthorn,Cash,,,INV-2026-00001 1.50 GBP,0.50,2.00,,GBP,`,
    `2026-03-02,'=Hawthorn,Cash,,,,0.00,0.00,3.00,GBP,bounced`,
  ]);
});

it('is for those who read reports, of the own company, and for periods that end after they begin', async () => {
  await recordPayment(ctx, { currency: 'GBP', amount: '100' });
  for (const read of [paymentJournal, (ctx: Ctx, input: object) => paymentJournalCsv(ctx, input, 'en')]) {
    await expect(read(desk.company.ctxAs('viewer'), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(ctx, { from: '2026-02-01', to: '2026-01-31' })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  expect((await paymentJournal(desk.company.ctxAs('analyst'), march)).rows).toHaveLength(1);
  const foreign = await desk.company.foreign();
  expect(await paymentJournal(foreign, march)).toMatchObject({ rows: [], totals: [] });
  await expect(paymentJournal(ctx, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
});
