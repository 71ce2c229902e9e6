import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { actionsOf, rolledBack } from '../testing';
import {
  allocatePayment,
  customerAccount,
  getPayment,
  listPayments,
  recordPayment,
  takeBackAllocation,
  voidPayment,
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

describe('recordPayment', () => {
  it('settles one document with one payment, and takes its customer', async () => {
    const customerId = await customerOf('Acme Ltd');
    const id = await invoice(customerId, 12_000n);
    const paid = await recordPayment(ctx, {
      ...gbp,
      amount: '12000',
      reference: 'Thanks',
      allocations: [pays(id, '12000')],
    });
    expect(paid).toMatchObject({
      customer: { id: customerId, name: 'Acme Ltd' },
      day: '2026-03-02',
      state: 'booked',
      allocated: { amount: '12000' },
      credit: { amount: '0', currency: 'GBP' },
      exchangeRate: null,
    });
    expect(await settledOf(ctx, id)).toEqual({ settled: 12_000n, allocated: 12_000n, state: 'paid' });
    expect(await getPayment(ctx, paid.id)).toMatchObject({
      allocations: [{ invoice: { id, kind: 'invoice' }, amount: { amount: '12000' }, takenBack: false }],
    });
    expect(await actionsOf(ctx)).toContain('payment.record');
  });

  it('settles many documents at once, one of them in part, and keeps the rest as credit', async () => {
    const customerId = await customerOf();
    const [a, b, c] = [
      await invoice(customerId, 1_000n),
      await invoice(customerId, 2_000n),
      await invoice(customerId, 5_000n),
    ];
    const paid = await recordPayment(ctx, {
      ...gbp,
      amount: '6000',
      allocations: [pays(a, '1000'), pays(b, '2000'), pays(c, '2500')],
    });
    expect(paid).toMatchObject({ allocated: { amount: '5500' }, credit: { amount: '500' } });
    expect((await settledOf(ctx, b)).state).toBe('paid');
    expect(await settledOf(ctx, c)).toMatchObject({ settled: 2_500n, state: 'partly_paid' });
    expect(await customerAccount(ctx, customerId)).toMatchObject({
      balances: [
        {
          currency: 'GBP',
          open: { amount: '2500' },
          overdue: { amount: '2500' },
          credit: { amount: '500' },
          balance: { amount: '2000' },
        },
      ],
      openDocuments: [{ id: c, open: { amount: '2500' } }],
      credits: [{ id: paid.id }],
    });
  });

  it('lets a small difference go in the same step', async () => {
    const customerId = await customerOf();
    const id = await invoice(customerId, 10_000n);
    await recordPayment(ctx, {
      ...gbp,
      amount: '9700',
      allocations: [pays(id, '9700')],
      writeOffs: [{ ...pays(id, '300'), kind: 'cash_discount', note: '3 % within ten days' }],
    });
    expect(await settledOf(ctx, id)).toEqual({ settled: 10_000n, allocated: 10_000n, state: 'paid' });
  });

  it('refuses what does not fit, naming the field, and keeps nothing of it', async () => {
    const [customerId, otherId] = [await customerOf(), await customerOf()];
    const [own, other] = [await invoice(customerId, 1_000n), await invoice(otherId, 1_000n)];
    const credit = await creditNote(customerId, 500n);
    const base = { ...gbp, amount: '1500', customerId };
    const refusal = (more: object) =>
      recordPayment(ctx, { ...base, ...more }).then(
        () => 'done',
        (error: { reason?: string; faults: { path: string; code: string }[] }) =>
          error.faults[0] ? [error.faults[0].path, error.faults[0].code] : error.reason,
      );
    expect(await refusal({ allocations: [pays(own, '1001')] })).toEqual([
      'allocations.0.amount',
      'exceeds-open',
    ]);
    expect(await refusal({ amount: '900', allocations: [pays(own, '1000')] })).toBe(
      'payment-credit-exceeded',
    );
    expect(await refusal({ allocations: [pays(other, '1000')] })).toEqual([
      'allocations.0.invoiceId',
      'customer-differs',
    ]);
    expect(await refusal({ allocations: [pays(newId(), '1')] })).toEqual([
      'allocations.0.invoiceId',
      'unknown-document',
    ]);
    expect(await refusal({ allocations: [pays(credit, '1')] })).toEqual([
      'allocations.0.invoiceId',
      'unknown-document',
    ]);
    expect(await refusal({ allocations: [pays(own, '1'), pays(own, '2')] })).toEqual([
      'allocations.1.invoiceId',
      'listed-twice',
    ]);
    expect(await refusal({ amount: '0' })).toEqual(['amount', 'not-zero']);
    expect(await refusal({ amount: '-5' })).toEqual(['amount', 'not-zero']);
    expect(await refusal({ day: '2026-03-03' })).toEqual(['day', 'date-in-future']);
    expect(await refusal({ customerId: newId() })).toEqual(['customerId', 'unknown-customer']);
    expect(await refusal({ bankAccountId: newId() })).toEqual(['bankAccountId', 'unknown-bank-account']);
    expect(await refusal({ currency: 'EUR' })).toEqual(['exchangeRate', 'rate-needed']);
    expect((await listPayments(ctx, { customerId })).rows).toEqual([]);
    expect((await settledOf(ctx, own)).settled).toBe(0n);
  });

  it('is for the own company and for those who may', async () => {
    const id = await invoice(null, 100n);
    const input = { ...gbp, amount: '100', allocations: [pays(id, '100')] };
    await expect(recordPayment(company.ctxAs('analyst'), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recordPayment(await company.foreign(), input)).rejects.toMatchObject({ code: 'invalid' });
    await rolledBack(ctx, (ctx) => recordPayment(ctx, input));
    expect(await settledOf(ctx, id)).toEqual({ settled: 0n, allocated: 0n, state: 'open' });
  });
});

describe('allocating later', () => {
  it('uses a credit up, and never twice however many ask at once', async () => {
    const customerId = await customerOf();
    const ids = [
      await invoice(customerId, 1_000n),
      await invoice(customerId, 1_000n),
      await invoice(customerId, 1_000n),
    ];
    const paid = await recordPayment(ctx, { ...gbp, amount: '1000', customerId });
    const results = await Promise.allSettled(
      ids.map((id) => allocatePayment(ctx, paid.id, { allocations: [pays(id, '1000')] })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const after = await getPayment(ctx, paid.id);
    expect(after).toMatchObject({ allocated: { amount: '1000' }, credit: { amount: '0' }, version: 2 });
    const settled = await Promise.all(ids.map(async (id) => (await settledOf(ctx, id)).settled));
    expect(settled.reduce((sum, each) => sum + each, 0n)).toBe(1_000n);
  });

  it('minds the version', async () => {
    const customerId = await customerOf();
    const id = await invoice(customerId, 1_000n);
    const paid = await recordPayment(ctx, { ...gbp, amount: '1000', customerId });
    await expect(allocatePayment(ctx, paid.id, { allocations: [pays(id, '1')] }, 7)).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('gives a payment of nobody to the customer whose document it settles, once', async () => {
    const [customerId, other] = [await customerOf('Known At Last'), await customerOf()];
    const [id, theirs] = [await invoice(customerId, 400n), await invoice(other, 400n)];
    const paid = await recordPayment(ctx, { ...gbp, amount: '1000' });
    expect(paid.customer).toBeNull();
    expect(await allocatePayment(ctx, paid.id, { allocations: [pays(id, '400')] })).toMatchObject({
      customer: { id: customerId },
    });
    await expect(allocatePayment(ctx, paid.id, { allocations: [pays(theirs, '1')] })).rejects.toMatchObject({
      faults: [{ code: 'customer-differs' }],
    });
    expect((await listPayments(ctx, { q: 'known last' })).rows.map((row) => row.id)).toEqual([paid.id]);
  });

  it('is taken back by a row of its own, and may be used again', async () => {
    const customerId = await customerOf();
    const id = await invoice(customerId, 1_000n);
    const paid = await recordPayment(ctx, { ...gbp, amount: '1000', allocations: [pays(id, '1000')] });
    const [row] = (await getPayment(ctx, paid.id)).allocations;
    await takeBackAllocation(ctx, row?.id ?? '', { reason: 'wrong invoice' });
    expect(await settledOf(ctx, id)).toEqual({ settled: 0n, allocated: 0n, state: 'open' });
    const after = await getPayment(ctx, paid.id);
    expect(after).toMatchObject({ credit: { amount: '1000' } });
    expect(after.allocations.map((each) => [each.amount.amount, each.takenBack])).toEqual([
      ['1000', true],
      ['-1000', true],
    ]);
    await expect(takeBackAllocation(ctx, row?.id ?? '')).rejects.toMatchObject({
      reason: 'allocation-taken-back',
    });
    await allocatePayment(ctx, paid.id, { allocations: [pays(id, '1000')] });
    expect((await settledOf(ctx, id)).state).toBe('paid');
  });
});

describe('voidPayment', () => {
  it('opens what was settled again, and is the end of the payment', async () => {
    const customerId = await customerOf();
    const [a, b] = [await invoice(customerId, 1_000n), await invoice(customerId, 500n)];
    const paid = await recordPayment(ctx, {
      ...gbp,
      amount: '2000',
      allocations: [pays(a, '1000'), pays(b, '500')],
    });
    await expect(voidPayment(ctx, paid.id, { reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(voidPayment(ctx, paid.id, { reason: 'x' }, 9)).rejects.toMatchObject({ code: 'stale' });
    const after = await voidPayment(ctx, paid.id, { reason: 'bounced' });
    expect(after).toMatchObject({
      state: 'voided',
      voidReason: 'bounced',
      allocated: { amount: '0' },
      credit: { amount: '0' },
    });
    for (const id of [a, b])
      expect(await settledOf(ctx, id)).toMatchObject({ settled: 0n, allocated: 0n, state: 'open' });
    expect(await voidPayment(ctx, paid.id, { reason: 'again' })).toEqual(after);
    await expect(allocatePayment(ctx, paid.id, { allocations: [pays(a, '1')] })).rejects.toMatchObject({
      reason: 'payment-void',
    });
  });

  it('keeps what a payment says for good, also from raw SQL', async () => {
    const paid = await recordPayment(ctx, { ...gbp, amount: '100' });
    const run = (statement: ReturnType<typeof sql>) => withTx(ctx, ({ tx }) => tx.execute(statement));
    await expect(run(sql`update payments set amount_minor = 1 where id = ${paid.id}::uuid`)).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(run(sql`delete from payments where id = ${paid.id}::uuid`)).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(
      run(sql`update payments set allocated_minor = 101 where id = ${paid.id}::uuid`),
    ).rejects.toThrow();
    await voidPayment(ctx, paid.id, { reason: 'x' });
    await expect(run(sql`update payments set void_reason = 'y' where id = ${paid.id}::uuid`)).rejects.toThrow(
      /cannot be changed/,
    );
  });
});
