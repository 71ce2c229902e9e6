import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { createOrder, fulfilOrder, getOrder, updateOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { actionsOf, jobsWaiting, testTenant, type TestTenant } from '../testing';
import { allocateCredit } from './allocate';
import {
  annotateInvoice,
  bulkInvoiceOrders,
  bulkInvoices,
  checkInvoice,
  createCreditNote,
  createDeposit,
  createInvoice,
  deleteInvoice,
  getInvoice,
  invoiceableOf,
  invoiceOrders,
  invoiceSums,
  issueInvoice,
  listInvoices,
  previewInvoice,
  updateInvoice,
  voidInvoice,
  type InvoiceDto,
} from './index';

let company: TestTenant;
let ctx: Ctx;
let customerId: string;
beforeEach(async () => {
  company = await testTenant();
  ctx = company.ctx;
  const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
  customerId = (
    await createCustomer(ctx, { name: 'Hawthorn & Sons', billingAddress, emails: ['pay@hawthorn.test'] })
  ).id;
});

const lines = [
  { title: 'Lantern', quantity: '4', unitPrice: '12.50' },
  { title: 'Candle', quantity: '3', unitPrice: '0.333', discountPercent: '10' },
];
const order = (more: object = {}) =>
  createOrder(ctx, { status: 'placed', customerId, items: lines, ...more });
const issued = async (draft: Promise<InvoiceDto>) => issueInvoice(ctx, (await draft).id);
/** A credit note that settles something cannot be voided. */
const takeCreditBack = (credit: InvoiceDto, invoice: InvoiceDto) =>
  withTx(ctx, (ctx) =>
    allocateCredit(ctx, {
      creditNoteId: credit.id,
      invoiceId: invoice.id,
      amountMinor: -BigInt(credit.total.amount),
      day: String(credit.issueDate),
    }),
  );
const year = String(new Date().getUTCFullYear());

describe('a free invoice', () => {
  it('is drafted without a number, issued with one, frozen, chained and printed', async () => {
    const draft = await createInvoice(ctx, { customerId, items: lines });
    expect(draft).toMatchObject({ state: 'draft', number: null, issueDate: null, documentId: null });
    expect(draft.total).toEqual({ amount: '6108', currency: 'GBP' });
    expect(await checkInvoice(ctx, draft.id)).toEqual([]);
    expect((await previewInvoice(ctx, draft.id)).number).toBe(`INV-${year}-00001`);
    const before = await jobsWaiting('document.print');
    const invoice = await issueInvoice(ctx, draft.id, draft.version);
    expect(invoice).toMatchObject({ state: 'issued', number: `INV-${year}-00001`, paymentState: 'open' });
    expect(invoice.open).toEqual(invoice.total);
    expect(await jobsWaiting('document.print')).toBe(before + 1);
    expect(await actionsOf(ctx)).toEqual(expect.arrayContaining(['invoice.create', 'invoice.issue']));
    const { snapshot } = await previewInvoice(ctx, draft.id);
    expect(snapshot).toMatchObject({
      kind: 'invoice',
      buyer: { name: 'Hawthorn & Sons' },
      seller: { vatId: 'GB123456789' },
    });
    expect(snapshot.totals).toMatchObject({ netMinor: '5090', taxMinor: '1018', totalMinor: '6108' });
  });

  it('changes as a draft and not afterwards', async () => {
    const draft = await createInvoice(ctx, { customerId, items: lines });
    const [first] = draft.items;
    const changed = await updateInvoice(ctx, draft.id, draft.version, {
      items: [{ id: first?.id ?? '', quantity: '2' }],
      orderReference: 'PO 7',
    });
    expect(changed).toMatchObject({
      orderReference: 'PO 7',
      net: { amount: '2500' },
      version: draft.version + 1,
    });
    await expect(updateInvoice(ctx, draft.id, draft.version, { notes: 'x' })).rejects.toMatchObject({
      code: 'stale',
    });
    const invoice = await issueInvoice(ctx, draft.id);
    await expect(updateInvoice(ctx, draft.id, invoice.version, { notes: 'x' })).rejects.toMatchObject({
      reason: 'invoice-not-draft',
    });
    await expect(deleteInvoice(ctx, draft.id)).rejects.toMatchObject({ reason: 'cannot-delete' });
    const noted = await annotateInvoice(ctx, draft.id, invoice.version, {
      notes: 'call first',
      tags: ['vip'],
    });
    expect(noted).toMatchObject({ notes: 'call first', tags: ['vip'], number: invoice.number });
  });

  it('is refused in words while something is missing, and nothing is numbered', async () => {
    const stranger = await createCustomer(ctx, { name: 'Nobody Known' });
    const draft = await createInvoice(ctx, { customerId: stranger.id, items: lines });
    expect(await checkInvoice(ctx, draft.id)).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'buyer-country' }),
    );
    await expect(issueInvoice(ctx, draft.id)).rejects.toMatchObject({ reason: 'invoice-problems' });
    const next = await issued(createInvoice(ctx, { customerId, items: lines }));
    expect(next.number).toBe(`INV-${year}-00001`);
  });

  it('in a foreign currency states the tax in the own one, at the stored rate', async () => {
    const items = [{ title: 'Lantern', quantity: '1', unitPrice: '100' }];
    const draft = await createInvoice(ctx, { customerId, currency: 'EUR', items });
    await expect(issueInvoice(ctx, draft.id)).rejects.toMatchObject({ reason: 'invoice-problems' });
    const rated = await updateInvoice(ctx, draft.id, draft.version, {
      exchangeRate: '0.8532',
      exchangeRateDate: '2026-11-27',
      exchangeRateSource: 'ECB',
    });
    const invoice = await issueInvoice(ctx, draft.id, rated.version);
    expect(invoice.exchangeRate).toEqual({
      rate: '0.8532',
      date: '2026-11-27',
      source: 'ECB',
      currency: 'GBP',
      tax: { amount: '1706', currency: 'GBP' },
    });
  });

  it('never goes back in time', async () => {
    await issued(createInvoice(ctx, { customerId, items: lines }));
    const early = createInvoice(ctx, { customerId, items: lines, issueDate: `${year}-01-01` });
    await expect(issued(early)).rejects.toMatchObject({ reason: 'issue-date-before-last' });
    const late = createInvoice(ctx, { customerId, items: lines, issueDate: '9998-01-01' });
    await expect(issued(late)).rejects.toMatchObject({ reason: 'invoice-problems' });
  });
});

describe('orders', () => {
  it('are invoiced in parts that add up to the whole, and never more', async () => {
    const placed = await order({ adjustments: [{ kind: 'discount', reason: 'Regular', percent: '3' }] });
    const [lantern] = placed.items;
    const one = { mode: 'items' as const, items: [{ orderItemId: lantern?.id ?? '', quantity: '1' }] };
    const first = await issued(invoiceOrders(ctx, { orderIds: [placed.id], select: one }));
    await fulfilOrder(ctx, placed.id, { items: [{ id: lantern?.id ?? '', quantity: '3' }] });
    const second = await issued(invoiceOrders(ctx, { orderIds: [placed.id], select: { mode: 'fulfilled' } }));
    expect(second.items.map(({ quantity }) => quantity)).toEqual(['2']);
    const rest = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    const net = [first, second, rest].reduce((sum, each) => sum + Number(each.net.amount), 0);
    expect(net).toBe(Number(placed.net.amount));
    await expect(invoiceOrders(ctx, { orderIds: [placed.id] })).rejects.toMatchObject({
      reason: 'nothing-to-invoice',
    });
    const after = await getOrder(ctx, placed.id);
    expect(after.items.map(({ invoicedQuantity }) => invoicedQuantity)).toEqual(['4', '3']);
    await expect(updateOrder(ctx, placed.id, after.version, { items: lines })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('are invoiced once, also when two drafts want the same', async () => {
    const placed = await order();
    const drafts = await Promise.all([1, 2].map(() => invoiceOrders(ctx, { orderIds: [placed.id] })));
    const results = await Promise.allSettled(drafts.map(({ id }) => issueInvoice(ctx, id)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of one customer go on one invoice with the sum of their totals; returns become a credit note', async () => {
    const first = await order({ adjustments: [{ kind: 'charge', reason: 'Carriage', amount: '495' }] });
    const second = await order();
    const both = await invoiceOrders(ctx, { orderIds: [first.id, second.id] });
    expect(Number(both.net.amount)).toBe(Number(first.net.amount) + Number(second.net.amount));
    expect(both.orders.map(({ number }) => number)).toEqual([first.number, second.number]);
    const back = await order({
      kind: 'return',
      items: lines.map((item) => ({ ...item, quantity: `-${item.quantity}` })),
    });
    const credit = await issued(invoiceOrders(ctx, { orderIds: [back.id] }));
    expect(credit).toMatchObject({ kind: 'credit_note', number: `CN-${year}-00001` });
    expect(Number(credit.total.amount)).toBe(-Number(back.total.amount));
  });

  it('ask for deposits, which the final invoice deducts with their tax', async () => {
    const placed = await order();
    const deposit = await issued(createDeposit(ctx, { orderId: placed.id, percent: '30' }));
    expect(deposit.kind).toBe('deposit');
    await expect(createDeposit(ctx, { orderId: placed.id, percent: '80' })).rejects.toMatchObject({
      reason: 'deposit-too-large',
    });
    const left = await invoiceableOf(ctx, placed.id);
    expect(left.undeducted).toEqual(deposit.total);
    const without = await invoiceOrders(ctx, { orderIds: [placed.id], deductDeposits: false });
    await expect(issueInvoice(ctx, without.id)).rejects.toMatchObject({ reason: 'deposits-left' });
    const final = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    expect(final.items.at(-1)).toMatchObject({
      kind: 'deduction',
      depositInvoiceId: deposit.id,
      quantity: '-1',
    });
    expect(Number(final.net.amount) + Number(deposit.net.amount)).toBe(Number(placed.net.amount));
    expect((await getInvoice(ctx, deposit.id)).deductedBy?.id).toBe(final.id);
    const { snapshot } = await previewInvoice(ctx, final.id);
    expect(snapshot.items.at(-1)?.title).toBe(`Deposit invoice ${deposit.number}`);
    expect(snapshot.deductions).toEqual([
      expect.objectContaining({
        number: deposit.number,
        taxMinor: deposit.tax.amount,
        totalMinor: deposit.total.amount,
      }),
    ]);
    await expect(voidInvoice(ctx, deposit.id, { reason: 'wrong' })).rejects.toMatchObject({
      reason: 'deposit-deducted',
    });
  });

  it('credits no deposit that an invoice deducts; a credited invoice leaves its deposit to the next', async () => {
    const placed = await order();
    const deposit = await issued(createDeposit(ctx, { orderId: placed.id, percent: '30' }));
    const first = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    await expect(createCreditNote(ctx, { invoiceId: deposit.id, reason: 'wrong' })).rejects.toMatchObject({
      reason: 'deposit-deducted',
    });
    const credit = await issued(createCreditNote(ctx, { invoiceId: first.id, reason: 'wrong address' }));
    expect(credit.total).toEqual(first.total);
    expect((await getInvoice(ctx, deposit.id)).deductedBy).toBeNull();
    await takeCreditBack(credit, first);
    await voidInvoice(ctx, credit.id, { reason: 'too early' });
    expect((await getInvoice(ctx, deposit.id)).deductedBy?.id).toBe(first.id);

    const again = await issued(createCreditNote(ctx, { invoiceId: first.id, reason: 'wrong address' }));
    const second = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    expect(second.total).toEqual(first.total);
    expect((await getInvoice(ctx, deposit.id)).deductedBy?.id).toBe(second.id);
    await takeCreditBack(again, first);
    await expect(voidInvoice(ctx, again.id, { reason: 'wrong' })).rejects.toMatchObject({
      reason: 'more-than-left',
    });
  });

  it('refuses a credit note of a deposit that was drafted before an invoice deducted it', async () => {
    const placed = await order();
    const deposit = await issued(createDeposit(ctx, { orderId: placed.id, percent: '30' }));
    const credit = await createCreditNote(ctx, { invoiceId: deposit.id, reason: 'wrong' });
    await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    await expect(issueInvoice(ctx, credit.id)).rejects.toMatchObject({ reason: 'deposit-deducted' });
  });

  it('are invoiced by the hundred', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push((await order()).id);
    const each = await bulkInvoiceOrders(ctx, { orderIds: ids.slice(0, 10), issue: true });
    expect(each.created.map(({ number }) => number)).toEqual(
      Array.from({ length: 10 }, (_, index) => `INV-${year}-${String(index + 1).padStart(5, '0')}`),
    );
    const again = await bulkInvoiceOrders(ctx, { orderIds: ids, together: 'customer' });
    expect(again.created).toMatchObject([{ orderIds: ids.slice(10) }]);
    expect(again.refused.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 10));
  });
});

describe('credit notes', () => {
  it('of all take the invoice back to nothing and settle it', async () => {
    const placed = await order({ adjustments: [{ kind: 'discount', reason: 'Regular', percent: '3' }] });
    const invoice = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    const credit = await issued(createCreditNote(ctx, { invoiceId: invoice.id, reason: 'Sent back' }));
    expect(credit).toMatchObject({
      kind: 'credit_note',
      total: invoice.total,
      tax: invoice.tax,
      paymentState: 'paid',
    });
    expect(await getInvoice(ctx, invoice.id)).toMatchObject({ paymentState: 'paid', open: { amount: '0' } });
    await expect(createCreditNote(ctx, { invoiceId: invoice.id })).rejects.toMatchObject({
      reason: 'nothing-to-credit',
    });
    await expect(voidInvoice(ctx, invoice.id, { reason: 'wrong' })).rejects.toMatchObject({
      reason: 'invoice-has-payments',
    });
    // What was credited may be invoiced once more.
    expect(await invoiceOrders(ctx, { orderIds: [placed.id] })).toMatchObject({ total: placed.total });
  });

  it('of parts add up to the invoice and never exceed it', async () => {
    const invoice = await issued(createInvoice(ctx, { customerId, items: lines }));
    const [lantern, candle] = invoice.items;
    const part = (itemId: string | undefined, quantity: string) =>
      createCreditNote(ctx, { invoiceId: invoice.id, items: [{ itemId: itemId ?? '', quantity }] });
    const notes = [
      await issued(part(lantern?.id, '1')),
      await issued(part(candle?.id, '1')),
      await issued(part(candle?.id, '1')),
      await issued(createCreditNote(ctx, { invoiceId: invoice.id })),
    ];
    const sumOf = (key: 'net' | 'tax' | 'total') =>
      notes.reduce((sum, each) => sum + Number(each[key].amount), 0);
    for (const key of ['net', 'tax', 'total'] as const) expect(sumOf(key)).toBe(Number(invoice[key].amount));
    await expect(part(lantern?.id, '1')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of parts have the tax of the invoice to the penny, whatever rounding each has', async () => {
    const penny = [{ title: 'Candle', quantity: '3', unitPrice: '0.13' }];
    const invoice = await issued(createInvoice(ctx, { customerId, items: penny }));
    const items = [{ itemId: invoice.items[0]?.id ?? '', quantity: '1' }];
    const part = () => createCreditNote(ctx, { invoiceId: invoice.id, items });
    const [first, second] = [await issued(part()), await issued(part())];
    await takeCreditBack(first, invoice);
    await voidInvoice(ctx, first.id, { reason: 'Not sent' });
    const draft = await createCreditNote(ctx, { invoiceId: invoice.id });
    const kept = await updateInvoice(ctx, draft.id, draft.version, { notes: 'The rest' });
    expect(kept.tax).toEqual(draft.tax);
    const rest = await issueInvoice(ctx, draft.id);
    expect([invoice, second, rest].map(({ tax, total }) => [tax.amount, total.amount])).toEqual([
      ['8', '47'],
      ['2', '15'],
      ['6', '32'],
    ]);
  });

  it('that were drafted side by side are saved once more before the later is issued', async () => {
    const penny = [{ title: 'Candle', quantity: '3', unitPrice: '0.13' }];
    const invoice = await issued(createInvoice(ctx, { customerId, items: penny }));
    const itemId = invoice.items[0]?.id ?? '';
    const part = () => createCreditNote(ctx, { invoiceId: invoice.id, items: [{ itemId, quantity: '1' }] });
    const [one, two] = [await part(), await part()];
    const ids = [one.id, two.id];
    expect(await bulkInvoices(ctx, { action: 'issue', ids })).toMatchObject({
      changed: 1,
      refused: [{ id: two.id, reason: 'invoice-problems' }],
    });
    expect(await checkInvoice(ctx, two.id)).toMatchObject([{ code: 'credit-outdated', level: 'error' }]);
    await updateInvoice(ctx, two.id, two.version, {});
    await issueInvoice(ctx, two.id);
    const three = await issued(part());
    const credited = [await getInvoice(ctx, one.id), await getInvoice(ctx, two.id), three];
    expect(credited.map(({ tax }) => tax.amount)).toEqual(['3', '2', '3']);
    expect(invoice.tax.amount).toBe('8');
  });
});

describe('voiding', () => {
  it('keeps number and paper, and frees what was taken', async () => {
    const placed = await order();
    const invoice = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    const voided = await voidInvoice(ctx, invoice.id, { reason: 'Typed twice' }, invoice.version);
    expect(voided).toMatchObject({
      state: 'voided',
      number: invoice.number,
      paymentState: null,
      voidReason: 'Typed twice',
    });
    const again = await issued(invoiceOrders(ctx, { orderIds: [placed.id] }));
    expect(again.number).toBe(`INV-${year}-00002`);
  });
});

describe('numbers', () => {
  it('are 40 in a row for 40 issued at once, and a failure leaves no hole', async () => {
    const drafts: InvoiceDto[] = [];
    for (let index = 0; index < 40; index += 1)
      drafts.push(await createInvoice(ctx, { customerId, items: lines }));
    const broken = withTx(ctx, async (ctx) => {
      const draft = await createInvoice(ctx, { customerId, items: lines });
      await issueInvoice(ctx, draft.id);
      throw new Error('after the number');
    });
    await expect(broken).rejects.toThrow('after the number');
    const issued = await Promise.all(drafts.map(({ id }) => issueInvoice(ctx, id)));
    const numbers = issued.map(({ number }) => Number(number?.slice(-5))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

describe('the database', () => {
  it.each([
    ['the total', 'update invoices set total_minor = total_minor + 1'],
    ['the number', `update invoices set number = 'X'`],
    ['the state', `update invoices set state = 'draft'`],
    ['an invoice', 'delete from invoices'],
    ['a line', 'update invoice_items set amount_minor = 0'],
    ['lines', 'delete from invoice_items'],
    ['the paper', `update documents set snapshot = '{}'`],
    ['a paper', 'delete from documents'],
    ['the chain', `update ledger_entries set hash = ''`],
    ['an entry', 'delete from ledger_entries'],
    ['an allocation', 'delete from allocations'],
  ])('refuses to change %s of what was issued', async (_name, statement) => {
    const invoice = await issued(createInvoice(ctx, { customerId, items: lines }));
    await issued(createCreditNote(ctx, { invoiceId: invoice.id }));
    const change = withTx(ctx, ({ tx }) => tx.execute(sql([statement])));
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

describe('lists', () => {
  it('filter, sort, search and page by keyset', async () => {
    for (let index = 0; index < 5; index += 1) await issued(createInvoice(ctx, { customerId, items: lines }));
    const draft = await createInvoice(ctx, { customerId, items: lines });
    const first = await listInvoices(ctx, { limit: 3 });
    expect(first.rows[0]?.id).toBe(draft.id);
    const second = await listInvoices(ctx, { limit: 3, cursor: first.nextCursor ?? '' });
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(6);
    expect((await listInvoices(ctx, { q: 'hawthorn' })).rows).toHaveLength(6);
    expect((await listInvoices(ctx, { state: 'draft' })).rows).toHaveLength(1);
    expect(
      (await listInvoices(ctx, { paymentState: 'open', sort: 'number' })).rows.map(({ number }) =>
        number?.slice(-1),
      ),
    ).toEqual(['1', '2', '3', '4', '5']);
    expect((await listInvoices(ctx, { overdue: 'true' })).rows).toEqual([]);
    expect(await invoiceSums(ctx, {}, 1)).toBeNull();
    expect(await invoiceSums(ctx, { state: 'issued' })).toEqual([
      { count: 5, payable: { amount: '30540', currency: 'GBP' }, open: { amount: '30540', currency: 'GBP' } },
    ]);
  });
});
