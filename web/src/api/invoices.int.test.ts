import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedCalls, examples, ifMatch } from './testing/described-calls';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
let customerId: string;
const call = describedCalls(() => api);

const address = { line1: '2 Mill Lane', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' };
beforeAll(async () => {
  api = await testApi();
  const body = { name: 'Hawthorn & Sons', billingAddress: address };
  customerId = (await call('createCustomer', { body })).id;
});
afterAll(() => api.close());

const takeOrder = async (quantity = '10') => {
  const items = [{ title: 'Lantern', quantity, unitPrice: '3.39' }];
  return call('createOrder', { body: { status: 'placed', customerId, currency: 'GBP', items } });
};
const issue = (id: string) => call('issueInvoice', { id });

describe('invoices', () => {
  it('are written, changed, checked, issued, annotated and declared void', async () => {
    const made = await call('createInvoice', {
      body: { ...examples('createInvoice'), currency: 'GBP', customerId },
    });
    const { id } = made;
    expect(made).toMatchObject({ kind: 'invoice', state: 'draft', number: null });
    expect(await call('getInvoice', { id })).toEqual(made);
    const body = examples('updateInvoice');
    expect(await call('updateInvoice', { id, body, ...ifMatch(1) })).toMatchObject({ ...body, version: 2 });
    const stale = { method: 'PATCH', body, ...ifMatch(1) };
    expect((await api.call(`/api/v1/invoices/${id}`, stale)).status).toBe(412);
    expect(await api.call(`/api/v1/invoices/${id}/pdf`)).toMatchObject({ status: 409 });
    const { problems } = await call('checkInvoice', { id });
    expect((problems as { level: string }[]).filter(({ level }) => level === 'error')).toEqual([]);

    const issued = await issue(id);
    expect(issued).toMatchObject({ state: 'issued', paymentState: 'open' });
    expect(issued['number']).toMatch(/^INV-\d{4}-\d{5}$/);
    const again = await api.call(`/api/v1/invoices/${id}/issue`, { method: 'POST' });
    expect(again.status).toBe(409);
    const refused = { method: 'PATCH', body, ...ifMatch(Number(issued['version'])) };
    expect((await api.call(`/api/v1/invoices/${id}`, refused)).status).toBe(409);
    expect((await api.call(`/api/v1/invoices/${id}`, { method: 'DELETE' })).status).toBe(409);

    const notes = examples('annotateInvoice');
    const noted = await call('annotateInvoice', { id, body: notes, ...ifMatch(Number(issued['version'])) });
    expect(noted).toMatchObject(notes);
    expect(await call('voidInvoice', { id, body: examples('voidInvoice') })).toMatchObject({
      state: 'voided',
      number: issued['number'],
    });
  });

  it('are listed by filters, with an error for an unknown one; drafts are deleted', async () => {
    const { id } = await call('createInvoice', {
      body: {
        customerId,
        currency: 'GBP',
        tags: ['gone'],
        items: [{ title: 'x', quantity: '1', unitPrice: '1' }],
      },
    });
    expect((await call('listInvoices', { query: '?tag=gone&state=draft' })).data).toHaveLength(1);
    expect((await api.call('/api/v1/invoices?colour=red')).status).toBe(422);
    await call('deleteInvoice', { id });
    expect((await call('listInvoices', { query: '?tag=gone' })).data).toEqual([]);
    expect((await api.call(`/api/v1/invoices/${id}`)).status).toBe(404);
  });

  it('belong to their company, and need their scope', async () => {
    const { id } = await call('createInvoice', {
      body: { customerId, currency: 'GBP', items: [{ title: 'x', quantity: '1', unitPrice: '1' }] },
    });
    const reading = await api.keyWith(['invoices:read']);
    const asReader = { key: reading, method: 'POST' };
    expect((await api.call(`/api/v1/invoices/${id}/issue`, asReader)).status).toBe(403);
    expect((await api.call(`/api/v1/invoices/${id}`, { key: reading })).status).toBe(200);
    const blind = await api.keyWith(['orders:*']);
    expect((await api.call(`/api/v1/invoices/${id}`, { key: blind })).status).toBe(403);
  });

  it('is issued once, however often the request comes', async () => {
    const { id } = await call('createInvoice', {
      body: { customerId, currency: 'GBP', items: [{ title: 'x', quantity: '1', unitPrice: '1' }] },
    });
    const send = () =>
      api.call(`/api/v1/invoices/${id}/issue`, {
        method: 'POST',
        headers: { 'idempotency-key': `issue-${id}` },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('are issued, tagged and deleted many at once', async () => {
    const ids: string[] = [];
    for (const title of ['a', 'b']) {
      const items = [{ title, quantity: '1', unitPrice: '1' }];
      ids.push((await call('createInvoice', { body: { customerId, currency: 'GBP', items } })).id);
    }
    expect(await call('bulkInvoices', { body: { action: 'issue', ids } })).toMatchObject({ changed: 2 });
    expect(await call('bulkInvoices', { body: { action: 'add-tag', tag: 'both', ids } })).toMatchObject({
      changed: 2,
    });
    expect((await call('listInvoices', { query: '?tag=both&state=issued' })).data).toHaveLength(2);
    const refused = await call('bulkInvoices', { body: { action: 'delete', ids } });
    expect(refused).toMatchObject({ changed: 0, refused: ids.map((id) => ({ id })) });
  });
});

describe('from orders', () => {
  it('a part, what is left, and no more', async () => {
    const order = await takeOrder();
    const part = await call('invoiceOrder', { id: order.id, body: examples('invoiceOrder') });
    expect(part.items).toMatchObject([{ quantity: '4', orderItemId: order.items[0]?.id }]);
    await issue(part.id);
    const rest = await call('invoiceOrder', { id: order.id });
    expect(rest.items).toMatchObject([{ quantity: '6' }]);
    await issue(rest.id);
    const more = await api.call(`/api/v1/orders/${order.id}/invoices`, { method: 'POST' });
    expect(more).toMatchObject({ status: 409, body: { reason: 'nothing-to-invoice' } });
    const { data } = await call('listOrderInvoices', { id: order.id });
    expect(data.map(({ id }) => id).sort()).toEqual([part.id, rest.id].sort());
    expect((await call('getOrder', { id: order.id })).items).toMatchObject([{ invoicedQuantity: '10' }]);
  });

  it('a deposit, which the last invoice deducts', async () => {
    const order = await takeOrder();
    const deposit = await call('createDeposit', { id: order.id, body: examples('createDeposit') });
    expect(deposit).toMatchObject({ kind: 'deposit' });
    await issue(deposit.id);
    const final = await call('invoiceOrder', { id: order.id });
    expect(final.items.some(({ kind }) => kind === 'deduction')).toBe(true);
    expect(final).toMatchObject({ deposits: [{ id: deposit.id }] });
  });

  it('many at once, by customer, with those that were left', async () => {
    const orders = [await takeOrder(), await takeOrder()];
    const orderIds = orders.map(({ id }) => id);
    const made = await call('invoiceOrders', { body: { orderIds, together: 'customer', issue: true } });
    expect(made).toMatchObject({ created: [{ number: expect.any(String) as string }], refused: [] });
    const none = await call('invoiceOrders', { body: { orderIds } });
    expect(none).toMatchObject({ created: [], refused: orderIds.map((orderId) => ({ orderId })) });
  });
});

describe('credit notes', () => {
  it('credit a part of an invoice, then the rest, from a series of their own', async () => {
    const order = await takeOrder();
    const invoice = await call('invoiceOrder', { id: order.id });
    await issue(invoice.id);
    const items = [{ itemId: invoice.items[0]?.id, quantity: '1' }];
    const part = await call('createCreditNote', { id: invoice.id, body: { items } });
    expect(part).toMatchObject({ kind: 'credit_note', original: { id: invoice.id } });
    const issued = await issue(part.id);
    expect(issued['number']).toMatch(/^CN-/);
    const rest = await call('createCreditNote', { id: invoice.id, body: examples('createCreditNote') });
    expect(rest.items).toMatchObject([{ quantity: '9' }]);
    expect(await call('getCreditNote', { id: part.id })).toMatchObject({ id: part.id });
    expect((await api.call(`/api/v1/credit-notes/${invoice.id}`)).status).toBe(404);
    const listed = await call('listCreditNotes', { query: `?originalInvoiceId=${invoice.id}` });
    expect(listed.data).toHaveLength(2);
  });
});
