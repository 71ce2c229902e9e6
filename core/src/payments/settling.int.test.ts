import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDocument } from '../documents';
import { getInvoice } from '../invoices';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import {
  allocatePayment,
  applyCreditNote,
  applyCreditNotes,
  customerAccount,
  customerStatement,
  getPayment,
  listOpenDocuments,
  listPayments,
  recordPayment,
  refundPayment,
  takeBackAllocation,
  voidPayment,
  writeCustomerStatement,
  writeOffDifference,
} from './index';
import { gbp, openDesk, pays, type Desk } from './testing/desk';
import { settledOf } from './testing/issued';

let desk: Desk;
let company: Desk['company'];
let ctx: Desk['ctx'];
const customerOf: Desk['customerOf'] = (...args) => desk.customerOf(...args);
const invoice: Desk['invoice'] = (...args) => desk.invoice(...args);
const creditNote: Desk['creditNote'] = (...args) => desk.creditNote(...args);
beforeAll(async () => {
  desk = await openDesk();
  ({ company, ctx } = desk);
});

describe('refundPayment', () => {
  it('gives a credit note back, in parts, and no more than is left of it', async () => {
    const customerId = await customerOf();
    const id = await creditNote(customerId, 1_000n);
    const part = await refundPayment(ctx, { creditNoteId: id, amount: '400' });
    expect(part).toMatchObject({
      direction: 'out',
      customer: { id: customerId },
      allocated: { amount: '400' },
    });
    expect(await settledOf(ctx, id)).toMatchObject({ settled: 400n, state: 'partly_paid' });
    await expect(refundPayment(ctx, { creditNoteId: id, amount: '601' })).rejects.toMatchObject({
      faults: [{ path: 'amount' }],
    });
    await refundPayment(ctx, { creditNoteId: id, amount: '600' });
    expect(await settledOf(ctx, id)).toMatchObject({ settled: 1_000n, allocated: 1_000n, state: 'paid' });
    await voidPayment(ctx, part.id, { reason: 'came back' });
    expect(await settledOf(ctx, id)).toMatchObject({ settled: 600n, allocated: 600n });
  });

  it('gives an overpayment back, once', async () => {
    const customerId = await customerOf();
    const id = await invoice(customerId, 1_000n);
    const paid = await recordPayment(ctx, { ...gbp, amount: '1500', allocations: [pays(id, '1000')] });
    const both = await Promise.allSettled([
      refundPayment(ctx, { paymentId: paid.id, amount: '500' }),
      refundPayment(ctx, { paymentId: paid.id, amount: '500' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = await getPayment(ctx, paid.id);
    expect(after).toMatchObject({
      refunded: { amount: '500' },
      credit: { amount: '0' },
      refunds: [{ amount: { amount: '500' } }],
    });
    await expect(voidPayment(ctx, paid.id, { reason: 'x' })).rejects.toMatchObject({
      reason: 'payment-refunded',
    });
    await voidPayment(ctx, after.refunds[0]?.id ?? '', { reason: 'never left' });
    expect(await getPayment(ctx, paid.id)).toMatchObject({
      refunded: { amount: '0' },
      credit: { amount: '500' },
    });
  });

  it('knows only own payments and credit notes', async () => {
    const customerId = await customerOf();
    const [paid, id] = [
      await recordPayment(ctx, { ...gbp, amount: '5', customerId }),
      await creditNote(customerId, 5n),
    ];
    const foreign = await company.foreign();
    await expect(refundPayment(foreign, { paymentId: paid.id, amount: '5' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(refundPayment(foreign, { creditNoteId: id, amount: '5' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      refundPayment(ctx, { creditNoteId: id, paymentId: paid.id, amount: '5' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('credit notes and differences', () => {
  it('let a credit note settle another invoice of the customer, and take it back', async () => {
    const customerId = await customerOf();
    const [credit, id] = [await creditNote(customerId, 300n), await invoice(customerId, 1_000n)];
    await applyCreditNote(ctx, { creditNoteId: credit, invoiceId: id, amount: '300' });
    expect(await settledOf(ctx, id)).toMatchObject({ settled: 300n, state: 'partly_paid' });
    expect(await settledOf(ctx, credit)).toMatchObject({ settled: 300n, allocated: 300n, state: 'paid' });
    await expect(
      applyCreditNote(ctx, { creditNoteId: credit, invoiceId: id, amount: '1' }),
    ).rejects.toMatchObject({
      faults: [{ code: 'exceeds-open' }],
    });
    const [row] = await withTx(ctx, ({ tx }) =>
      tx.query<{ id: string }>(sql`select id from allocations where invoice_id = ${id}::uuid`),
    );
    await takeBackAllocation(ctx, row?.id ?? '');
    for (const each of [id, credit])
      expect(await settledOf(ctx, each)).toMatchObject({ settled: 0n, allocated: 0n });
  });

  it('settle several invoices at once, all or none, and each document says which the other is', async () => {
    const customerId = await customerOf();
    const credit = await creditNote(customerId, 500n);
    const [first, second] = [await invoice(customerId, 300n), await invoice(customerId, 300n)];
    const use = (amount: string) => ({
      credits: [
        { creditNoteId: credit, invoiceId: first, amount: '300' },
        { creditNoteId: credit, invoiceId: second, amount },
      ],
    });
    await expect(applyCreditNotes(ctx, use('201'))).rejects.toMatchObject({
      faults: [{ path: 'credits.1.amount', code: 'exceeds-open' }],
    });
    for (const each of [credit, first, second])
      expect(await settledOf(ctx, each)).toMatchObject({ settled: 0n });
    await applyCreditNotes(ctx, use('200'));
    expect(await settledOf(ctx, credit)).toMatchObject({ settled: 500n, allocated: 500n, state: 'paid' });
    expect(await settledOf(ctx, second)).toMatchObject({ settled: 200n, state: 'partly_paid' });

    const { allocations, number } = await getInvoice(ctx, credit);
    expect(allocations.map(({ document, amount }) => [document?.id, amount.amount])).toEqual([
      [first, '300'],
      [second, '200'],
    ]);
    await takeBackAllocation(ctx, allocations[0]?.id ?? '');
    expect((await getInvoice(ctx, first)).allocations).toMatchObject([
      { source: 'credit_note', document: { id: credit, number }, amount: { amount: '300' }, takenBack: true },
      {
        source: 'credit_note',
        document: { id: credit, number },
        amount: { amount: '-300' },
        takenBack: true,
      },
    ]);
    expect((await getInvoice(ctx, credit)).allocations.map(({ takenBack }) => takenBack)).toEqual([
      true,
      false,
      true,
    ]);
    await expect(applyCreditNotes(await company.foreign(), use('1'))).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(applyCreditNotes(company.ctxAs('analyst'), use('1'))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('refuse other customers, currencies and kinds', async () => {
    const [customerId, other] = [await customerOf(), await customerOf()];
    const credit = await creditNote(customerId, 300n);
    const [own, theirs] = [await invoice(customerId, 100n), await invoice(other, 100n)];
    const euros = await invoice(customerId, 100n, { currency: 'EUR', exchangeRate: '0.85' });
    const apply = (creditNoteId: string, invoiceId: string) =>
      applyCreditNote(ctx, { creditNoteId, invoiceId, amount: '100' });
    await expect(apply(credit, theirs)).rejects.toMatchObject({ faults: [{ code: 'customer-differs' }] });
    await expect(apply(credit, euros)).rejects.toMatchObject({ faults: [{ code: 'currency-differs' }] });
    await expect(apply(own, credit)).rejects.toMatchObject({ code: 'invalid' });
    await expect(apply(credit, credit)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('let a difference go with its reason, up to what is open', async () => {
    const id = await invoice(await customerOf(), 1_000n);
    await expect(writeOffDifference(ctx, { ...pays(id, '1001'), kind: 'bank_fee' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await writeOffDifference(ctx, { ...pays(id, '15'), kind: 'bank_fee', note: 'abroad' });
    const [row] = await withTx(ctx, ({ tx }) =>
      tx.query<{ reason: string }>(sql`select reason from allocations where invoice_id = ${id}::uuid`),
    );
    expect(row?.reason).toBe('bank_fee: abroad');
    expect((await settledOf(ctx, id)).settled).toBe(15n);
  });
});

describe('foreign currency', () => {
  it('keeps the rate, and the gain or loss in the own currency', async () => {
    const customerId = await customerOf();
    const id = await invoice(customerId, 10_000n, { currency: 'EUR', exchangeRate: '0.85' });
    const paid = await recordPayment(ctx, {
      currency: 'EUR',
      amount: '10000',
      exchangeRate: '0.87',
      exchangeRateSource: 'ECB',
      allocations: [pays(id, '10000')],
    });
    expect(paid.exchangeRate).toEqual({ rate: '0.87', date: '2026-03-02', source: 'ECB', currency: 'GBP' });
    const [row] = (await getPayment(ctx, paid.id)).allocations;
    expect(row).toMatchObject({ exchangeDifference: { amount: '200', currency: 'GBP' } });
    expect((await getInvoice(ctx, id)).allocations).toMatchObject([
      { paymentId: paid.id, exchangeDifference: { amount: '200', currency: 'GBP' }, takenBack: false },
    ]);
    await voidPayment(ctx, paid.id, { reason: 'x' });
    const sum = (await getPayment(ctx, paid.id)).allocations.reduce(
      (total, each) => total + BigInt(each.exchangeDifference.amount),
      0n,
    );
    expect(sum).toBe(0n);
  });

  it('takes the rate of the document where none is given, and money in another currency', async () => {
    const customerId = await customerOf();
    const [a, b] = [
      await invoice(customerId, 10_000n, { currency: 'EUR', exchangeRate: '0.85' }),
      await invoice(customerId, 10_000n, { currency: 'EUR', exchangeRate: '0.85' }),
    ];
    const plain = await recordPayment(ctx, {
      currency: 'EUR',
      amount: '10000',
      allocations: [pays(a, '10000')],
    });
    expect(plain.exchangeRate).toMatchObject({ rate: '0.85' });
    const missing = recordPayment(ctx, { ...gbp, amount: '8430', allocations: [pays(b, '10000')] });
    await expect(missing).rejects.toMatchObject({
      faults: [{ path: 'allocations.0.paymentAmount', code: 'needed' }],
    });
    const converted = await recordPayment(ctx, {
      ...gbp,
      amount: '8430',
      allocations: [{ ...pays(b, '10000'), paymentAmount: '8430' }],
    });
    expect(converted).toMatchObject({ allocated: { amount: '8430', currency: 'GBP' } });
    const [row] = (await getPayment(ctx, converted.id)).allocations;
    expect(row).toMatchObject({
      amount: { amount: '10000', currency: 'EUR' },
      exchangeDifference: { amount: '-70' },
    });
    expect(
      await customerStatement(ctx, customerId, { from: '2026-01-01', to: '2026-12-31', currency: 'EUR' }),
    ).toMatchObject({
      closing: { amount: '0', currency: 'EUR' },
      entries: [{}, {}, { kind: 'payment' }, { kind: 'payment', amount: { amount: '-10000' } }],
    });
  });
});

describe('lists', () => {
  it('are filtered, sorted and paged', async () => {
    const customerId = await customerOf('Listed Ltd');
    for (const [day, amount] of [
      ['2026-02-01', '300'],
      ['2026-02-02', '100'],
      ['2026-02-02', '200'],
    ] as const) {
      await recordPayment(ctx, { ...gbp, amount, day, customerId, method: 'cash' });
    }
    const amounts = async (input: Parameters<typeof listPayments>[1]) =>
      (await listPayments(ctx, { customerId, ...input })).rows.map((row) => row.amount.amount);
    expect(await amounts({ sort: 'amount' })).toEqual(['100', '200', '300']);
    expect((await amounts({ sort: '-day' })).at(-1)).toBe('300');
    expect(
      await amounts({
        from: '2026-02-02',
        method: 'cash',
        unallocated: 'true',
        state: 'booked',
        direction: 'in',
      }),
    ).toHaveLength(2);
    expect(await amounts({ method: 'card' })).toEqual([]);
    const page = await listPayments(ctx, { customerId, limit: 2 });
    expect(page.rows).toHaveLength(2);
    expect(await amounts({ limit: 2, cursor: page.nextCursor ?? '' })).toHaveLength(1);
    expect((await listPayments(ctx, { q: 'listed 3.00' })).rows).toHaveLength(1);
    const foreign = await company.foreign();
    expect((await listPayments(foreign, { customerId })).rows).toEqual([]);
    const paid = (await listPayments(ctx, { customerId })).rows[0]?.id ?? '';
    await expect(getPayment(foreign, paid)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('offer what is open', async () => {
    const customerId = await customerOf();
    const [id, credit] = [await invoice(customerId, 50n), await creditNote(customerId, 20n)];
    await invoice(customerId, 50n, { currency: 'EUR', exchangeRate: '1' });
    expect(
      (await listOpenDocuments(ctx, { customerId, currency: 'GBP', kind: 'invoice' })).map((each) => each.id),
    ).toEqual([id]);
    expect((await listOpenDocuments(ctx, { ids: credit })).map((each) => each.id)).toEqual([credit]);
  });
});

describe('customerStatement', () => {
  it('leads from what was open to what is open, and is frozen as a document', async () => {
    const customerId = await customerOf('Statement & Sons');
    const old = await invoice(customerId, 1_000n, { issueDate: '2025-12-01' });
    const id = await invoice(customerId, 5_000n, { issueDate: '2026-01-10' });
    const credit = await creditNote(customerId, 700n);
    await recordPayment(ctx, { ...gbp, amount: '1000', day: '2025-12-20', allocations: [pays(old, '400')] });
    await applyCreditNote(ctx, { creditNoteId: credit, invoiceId: id, amount: '700' });
    await recordPayment(ctx, {
      ...gbp,
      amount: '4000',
      day: '2026-02-01',
      reference: 'INV',
      allocations: [pays(id, '4000')],
    });
    await writeOffDifference(ctx, { ...pays(id, '300'), kind: 'underpayment' });
    await voidPayment(ctx, (await recordPayment(ctx, { ...gbp, amount: '9', customerId })).id, {
      reason: 'typo',
    });
    const statement = await customerStatement(ctx, customerId, { from: '2026-01-01', to: '2026-03-31' });
    expect(statement.opening.amount).toBe('0');
    expect(
      statement.entries.map(({ kind, amount, balance }) => [kind, amount.amount, balance.amount]),
    ).toEqual([
      ['invoice', '5000', '5000'],
      ['credit_note', '-700', '4300'],
      ['payment', '-4000', '300'],
      ['write_off', '-300', '0'],
    ]);
    expect(statement.closing.amount).toBe('0');
    const { documentId } = await writeCustomerStatement(ctx, customerId, {
      from: '2026-01-01',
      to: '2026-03-31',
    });
    const document = await getDocument(ctx, documentId);
    expect(document).toMatchObject({ kind: 'statement', number: '2026-03-31' });
    expect(document.snapshot).toMatchObject({
      kind: 'statement',
      totalMinor: '0',
      buyer: { name: 'Statement & Sons' },
    });
    await expect(
      customerStatement(await company.foreign(), customerId, { from: '2026-01-01', to: '2026-02-01' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      customerStatement(ctx, customerId, { from: '2026-02-01', to: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('whatever happens', () => {
  it('allocations add up to what is settled of each document and used of each payment', async () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom(
          'record',
          'allocate',
          'take-back',
          'void',
          'refund',
          'refund-credit',
          'apply',
          'write-off',
        ),
        document: fc.nat(3),
        amount: fc.integer({ min: 1, max: 900 }),
        which: fc.nat(5),
      }),
      { minLength: 5, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const customerId = await customerOf();
        const documents = [
          await invoice(customerId, 1_000n),
          await invoice(customerId, 600n),
          await creditNote(customerId, 500n),
        ];
        const at = (index: number) => documents[index % 2] ?? '';
        const payments: string[] = [];
        const one = (which: number) => payments[which % Math.max(1, payments.length)] ?? newId();
        for (const { what, document, amount, which } of list) {
          const text = String(amount);
          const run = async () => {
            if (what === 'record') {
              payments.push(
                (
                  await recordPayment(ctx, {
                    ...gbp,
                    amount: text,
                    customerId,
                    ...(which > 2 && { allocations: [pays(at(document), text)] }),
                  })
                ).id,
              );
            } else if (what === 'allocate')
              await allocatePayment(ctx, one(which), { allocations: [pays(at(document), text)] });
            else if (what === 'void') await voidPayment(ctx, one(which), { reason: 'x' });
            else if (what === 'refund')
              payments.push((await refundPayment(ctx, { paymentId: one(which), amount: text })).id);
            else if (what === 'refund-credit')
              payments.push(
                (await refundPayment(ctx, { creditNoteId: documents[2] ?? '', amount: text })).id,
              );
            else if (what === 'apply')
              await applyCreditNote(ctx, {
                creditNoteId: documents[2] ?? '',
                invoiceId: at(document),
                amount: text,
              });
            else if (what === 'write-off')
              await writeOffDifference(ctx, { ...pays(at(document), text), kind: 'other' });
            else {
              const rows = await withTx(ctx, ({ tx }) =>
                tx.query<{ id: string }>(
                  sql`select id from allocations where invoice_id = ${documents[document % 3] ?? ''}::uuid order by id`,
                ),
              );
              await takeBackAllocation(ctx, rows[which % Math.max(1, rows.length)]?.id ?? newId());
            }
          };
          await run().catch((error: { code?: string }) =>
            expect(['invalid', 'conflict', 'not-found']).toContain(error.code),
          );
        }
        for (const id of documents) {
          const { settled, allocated } = await settledOf(ctx, id);
          expect(allocated).toBe(settled);
        }
        const wrong = await withTx(ctx, ({ tx }) =>
          tx.query(sql`
            select p.id from payments p where p.customer_id = ${customerId}::uuid and (
              p.allocated_minor <> coalesce((select sum(a.payment_minor) from allocations a where a.payment_id = p.id), 0)
              or p.refunded_minor <> coalesce((select sum(r.amount_minor) from payments r where r.refund_of_id = p.id and r.voided_at is null), 0))`),
        );
        expect(wrong).toEqual([]);
        const account = await customerAccount(ctx, customerId);
        const { closing } = await customerStatement(ctx, customerId, {
          from: '2026-01-01',
          to: '2026-12-31',
        });
        expect(closing.amount).toBe(account.balances[0]?.balance.amount ?? '0');
      }),
      { numRuns: 25 },
    );
  });
});
