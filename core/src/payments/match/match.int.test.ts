import { beforeEach, describe, expect, it } from 'vitest';
import { importBankFile, listBankTransactions } from '../../bank-statements';
import { createCustomer } from '../../customers';
import { createCtx, type Ctx } from '../../platform/context';
import { rolledBack, testTenant, type TestTenant } from '../../testing';
import {
  confirmSureMatches,
  confirmTransaction,
  getPayment,
  listPayments,
  proposeMatches,
  voidPayment,
} from '../index';
import { issued, settledOf } from '../testing/issued';

let company: TestTenant;
let ctx: Ctx;
let acme: string;
beforeEach(async () => {
  company = await testTenant({ currency: 'EUR' });
  const clock = () => new Date('2026-12-01T10:00:00Z');
  ctx = createCtx({ tenantId: company.tenantId, actor: company.ctx.actor, clock });
  acme = (await createCustomer(ctx, { name: 'Acme Ltd' })).id;
});

interface Line {
  side?: 'C' | 'D';
  amount: string;
  text: string;
  name?: string;
  iban?: string;
}

let files = 0;
/** Imports a statement with these movements. @returns their ids, in the order of the lines */
async function movements(ctx: Ctx, ...lines: Line[]): Promise<string[]> {
  files += 1;
  const text = lines.flatMap(({ side = 'C', amount, text, name = '', iban = '' }, index) => [
    `:61:2611${String(10 + index).padStart(2, '0')}${side}${amount}NTRFNONREF//F${files}-${index}`,
    `:86:166?20${text}?31${iban}?32${name}`,
  ]);
  const all = [
    ':20:A',
    ':25:DE89370400440532013000',
    ':28C:1',
    ':60F:C261101EUR0,00',
    ...text,
    ':62F:C261130EUR0,00',
    '-',
  ];
  const { statements } = await importBankFile(ctx, {
    fileName: 'a.sta',
    content: Buffer.from(all.join('\n')).toString('base64'),
  });
  const { rows } = await listBankTransactions(ctx, { statementId: statements[0]?.id ?? '', sort: 'day' });
  return rows.map(({ id }) => id);
}

const invoice = (number: string, amount: bigint, customerId = acme) =>
  issued(ctx, { customerId, amount, number, currency: 'EUR' });
const best = async (id: string) => (await proposeMatches(ctx, { ids: [id] }))[0]?.proposals[0];

describe('proposeMatches', () => {
  it('finds documents by number, amount, name and account', async () => {
    const a = await invoice('INV-2026-00041', 11_900n);
    await invoice('INV-2026-00042', 25_000n);
    const other = (await createCustomer(ctx, { name: 'Bäckerei Zürn GmbH' })).id;
    const c = await invoice('INV-2026-00043', 7_700n, other);
    const [byNumber = '', byName = '', nothing = ''] = await movements(
      ctx,
      { amount: '119,00', text: 'inv 2026/41 danke' },
      { amount: '77,00', text: 'danke', name: 'BACKEREI ZURN' },
      { amount: '3,33', text: 'Zinsen' },
    );
    expect(await best(byNumber)).toMatchObject({
      confidence: 'sure',
      customer: { id: acme, name: 'Acme Ltd' },
      allocations: [
        { document: { id: a, open: { amount: '11900' } }, amount: { amount: '11900', currency: 'EUR' } },
      ],
    });
    expect(await best(byName)).toMatchObject({
      confidence: 'likely',
      reasons: ['name', 'amount'],
      allocations: [{ document: { id: c } }],
    });
    expect(await best(nothing)).toBeUndefined();
  });

  it('remembers whose account it is', async () => {
    const first = await invoice('INV-2026-00001', 10_000n);
    const iban = 'DE02120300000000202051';
    const [known = ''] = await movements(ctx, {
      amount: '100,00',
      text: 'INV-2026-00001',
      name: 'Holding',
      iban,
    });
    await confirmTransaction(ctx, known, { allocations: [{ invoiceId: first, amount: '10000' }] });
    await invoice('INV-2026-00002', 2_000n);
    await invoice('INV-2026-00003', 3_500n);
    const [later = ''] = await movements(ctx, { amount: '55,00', text: 'regular', name: 'Holding', iban });
    expect(await best(later)).toMatchObject({
      confidence: 'likely',
      reasons: ['account-seen', 'amount-sum'],
      allocations: [{}, {}],
    });
  });

  it('proposes credit notes for money that went', async () => {
    const credit = await issued(ctx, {
      customerId: acme,
      amount: 2_500n,
      number: 'CN-2026-00005',
      kind: 'credit_note',
      currency: 'EUR',
    });
    const [id = ''] = await movements(ctx, { side: 'D', amount: '25,00', text: 'refund CN-2026-00005' });
    expect(await best(id)).toMatchObject({
      confidence: 'sure',
      allocations: [{ document: { id: credit, kind: 'credit_note' } }],
    });
    const { confirmed } = await confirmSureMatches(ctx, { ids: [id] });
    expect(await getPayment(ctx, confirmed[0]?.paymentId ?? '')).toMatchObject({
      direction: 'out',
      allocated: { amount: '2500' },
    });
    expect(await settledOf(ctx, credit)).toMatchObject({ state: 'paid', settled: 2_500n, allocated: 2_500n });
  });

  it('is not for others', async () => {
    const [id = ''] = await movements(ctx, { amount: '1,00', text: 'x' });
    await expect(proposeMatches(await company.foreign(), { ids: [id] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await proposeMatches(company.ctxAs('viewer'), { ids: [id] })).toHaveLength(1);
  });
});

describe('confirmTransaction', () => {
  it('makes payment and allocations at once, and bears being asked again', async () => {
    const a = await invoice('INV-2026-00041', 10_000n);
    const [id = ''] = await movements(ctx, { amount: '120,00', text: 'INV-2026-00041', name: 'Acme' });
    const input = { allocations: [{ invoiceId: a, amount: '10000' }] };
    const [one, two] = await Promise.all([
      confirmTransaction(ctx, id, input),
      confirmTransaction(ctx, id, input),
    ]);
    expect(one).toMatchObject({
      bankTransactionId: id,
      method: 'bank_transfer',
      day: '2026-11-10',
      customer: { id: acme },
      credit: { amount: '2000' },
      reference: 'INV-2026-00041',
    });
    expect(two.id).toBe(one.id);
    expect((await listPayments(ctx)).rows).toHaveLength(1);
    expect(await settledOf(ctx, a)).toEqual({ settled: 10_000n, allocated: 10_000n, state: 'paid' });
    const b = await invoice('INV-2026-00042', 10_000n);
    await expect(
      confirmTransaction(ctx, id, { allocations: [{ invoiceId: b, amount: '1' }] }),
    ).rejects.toMatchObject({
      reason: 'transaction-matched',
    });
  });

  it('leaves the movement open when the payment is void', async () => {
    const [id = ''] = await movements(ctx, { amount: '5,00', text: 'x' });
    const paid = await confirmTransaction(ctx, id, { customerId: acme });
    await voidPayment(ctx, paid.id, { reason: 'not ours' });
    expect((await listBankTransactions(ctx, { state: 'open' })).rows).toHaveLength(1);
    expect((await confirmTransaction(ctx, id, { customerId: acme })).id).not.toBe(paid.id);
  });

  it('refuses another company, weak roles, and money that went without what it gives back', async () => {
    const [id = '', out = ''] = await movements(
      ctx,
      { amount: '5,00', text: 'x' },
      { side: 'D', amount: '5,00', text: 'y' },
    );
    await expect(confirmTransaction(await company.foreign(), id, {})).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(confirmTransaction(company.ctxAs('viewer'), id, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(confirmTransaction(ctx, out, {})).rejects.toMatchObject({ faults: [{ path: 'refund' }] });
    await rolledBack(ctx, (ctx) => confirmTransaction(ctx, id, {}));
    expect((await listBankTransactions(ctx, { state: 'open' })).rows).toHaveLength(2);
  });
});

describe('confirmSureMatches', () => {
  it('confirms what is sure, one after the other, and leaves the rest', async () => {
    const a = await invoice('INV-2026-00041', 10_000n);
    const b = await invoice('INV-2026-00042', 5_000n);
    const ids = await movements(
      ctx,
      { amount: '100,00', text: 'INV-2026-00041' },
      { amount: '100,00', text: 'INV-2026-00041 again by mistake' },
      { amount: '50,00', text: 'INV-2026-00042' },
      { amount: '7,00', text: 'something' },
    );
    const { confirmed, left } = await confirmSureMatches(ctx, { ids });
    expect(confirmed.map(({ transactionId }) => transactionId)).toEqual([ids[0], ids[2]]);
    expect(left).toEqual([ids[1], ids[3]]);
    for (const id of [a, b]) expect((await settledOf(ctx, id)).state).toBe('paid');
    expect((await confirmSureMatches(ctx, { ids })).confirmed).toEqual([]);
  });
});
