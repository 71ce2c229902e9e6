import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesKinds } from '@countinghouse/core/number-series/schemas';
import { describedCalls, examples, ifMatch } from './testing/described-calls';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const call = describedCalls(() => api);

/** Links point to the address of the product; here the product listens elsewhere. */
const here = (url: string) => api.origin + new URL(url).pathname + new URL(url).search;

describe('customers and products', () => {
  it.each(['Customer', 'Product'])('%s: make, read, list, change, archive, restore', async (name) => {
    const made = await call(`create${name}`, { body: examples(`create${name}`) });
    const { id } = made;
    expect(await call(`get${name}`, { id })).toEqual(made);
    const body = examples(`update${name}`);
    expect(await call(`update${name}`, { id, body, ...ifMatch(1) })).toMatchObject({ ...body, version: 2 });
    expect(await call(`archive${name}`, { id })).toMatchObject({ archived: true });
    expect((await call(`list${name}s`)).data).toEqual([]);
    expect((await call(`list${name}s`, { query: '?archived=true' })).data).toHaveLength(1);
    expect(await call(`restore${name}`, { id })).toMatchObject({ archived: false });
    expect((await call(`list${name}s`)).data).toHaveLength(1);
  });
});

describe('orders', () => {
  it('take, read, change, deliver, close, archive', async () => {
    const made = await call('createOrder', { body: examples('createOrder') });
    const { id } = made;
    expect(made).toMatchObject({ status: 'placed', total: { currency: 'EUR' } });
    expect(await call('getOrder', { id })).toEqual(made);
    const changed = await call('updateOrder', { id, body: examples('updateOrder'), ...ifMatch(1) });
    expect(changed).toMatchObject({ ...examples('updateOrder'), version: 2 });
    const items = [{ id: made.items[0]?.id, quantity: '5' }];
    expect(await call('fulfilOrder', { id, body: { items } })).toMatchObject({ status: 'partly_fulfilled' });
    expect(await call('fulfilOrder', { id })).toMatchObject({ status: 'fulfilled' });
    expect(await call('closeOrder', { id })).toMatchObject({ status: 'closed' });
    expect(await call('archiveOrder', { id })).toMatchObject({ archived: true });
    expect(await call('restoreOrder', { id })).toMatchObject({ archived: false });
  });

  it('places and cancels a draft', async () => {
    const body = { items: [{ title: 'x', quantity: '1', unitPrice: '1' }] };
    const { id } = await call('createOrder', { body });
    expect(await call('placeOrder', { id })).toMatchObject({ status: 'placed' });
    expect(await call('cancelOrder', { id })).toMatchObject({ status: 'cancelled' });
  });

  it('pages through all of them once, in order', async () => {
    for (let n = 1; n <= 7; n += 1) {
      const placedAt = `2025-03-0${n}T10:00:00+02:00`;
      await call('createOrder', {
        body: { placedAt, tags: ['page'], items: [{ title: 'x', quantity: '1', unitPrice: `${n}` }] },
      });
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await call('listOrders', {
        query: `?tag=page&limit=3&sort=placedAt${cursor && `&cursor=${cursor}`}`,
      });
      seen.push(...page.data.map((order) => order.placedAt));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `2025-03-0${n}T08:00:00.000Z`));
    const days = await call('listOrders', { query: '?tag=page&placedFrom=2025-03-02&placedTo=2025-03-03' });
    expect(days.data).toHaveLength(2);
  });
});

describe('many at once', () => {
  it.each(['Customer', 'Product', 'Order'])(
    '%ss: tag, archive, and nothing when an id is unknown',
    async (name) => {
      const ids = [];
      for (const n of [1, 2]) {
        const body = { ...examples(`create${name}`), externalNumber: `B-${n}`, sku: `B-${n}` };
        const { externalNumber: _e, ...product } = body;
        const { sku: _s, ...other } = body;
        ids.push((await call(`create${name}`, { body: name === 'Product' ? product : other })).id);
      }
      const id = `bulk${name}s`;
      const tagged = await call(id, { body: { action: 'add-tag', tag: 'Bulk', ids } });
      expect(tagged).toMatchObject({ matched: 2, changed: 2 });
      const found = await call(id, { body: { action: 'archive', filters: { tag: 'bulk' } } });
      expect(found).toMatchObject({ matched: 2, changed: 2 });
      const path = `/api/v1/${name.toLowerCase()}s/bulk`;
      const unknown = '019a5b6c-7d8e-7f01-8234-56789abcdef0';
      const refused = await api.call(path, { body: { action: 'restore', ids: [...ids, unknown] } });
      expect(refused.status).toBe(404);
      expect((await call(`list${name}s`, { query: '?archived=true&tag=bulk' })).data).toHaveLength(2);
      const both = await api.call(path, { body: { action: 'archive', ids, filters: {} } });
      expect(both).toMatchObject({ status: 422, body: { code: 'invalid' } });
    },
  );

  it('cancels orders that can be cancelled and names the others', async () => {
    const body = { status: 'placed', items: [{ title: 'x', quantity: '1', unitPrice: '1' }] };
    const [a, b] = [await call('createOrder', { body }), await call('createOrder', { body })];
    await call('fulfilOrder', { id: b.id });
    const result = await call('bulkOrders', { body: { action: 'cancel', ids: [a.id, b.id] } });
    expect(result).toMatchObject({ matched: 2, changed: 1, refused: [{ id: b.id }] });
  });
});

describe('tax categories', () => {
  it('add, change, make default, archive', async () => {
    const { id } = await call('createTaxCategory', { body: examples('createTaxCategory') });
    const body = examples('updateTaxCategory');
    expect(await call('updateTaxCategory', { id, body, ...ifMatch(1) })).toMatchObject({ version: 2 });
    expect(await call('getTaxCategory', { id })).toMatchObject({ name: 'Reduced rate' });
    expect(await call('archiveTaxCategory', { id })).toMatchObject({ archived: true });
    expect(await call('restoreTaxCategory', { id })).toMatchObject({ archived: false });
    expect(await call('setDefaultTaxCategory', { id })).toMatchObject({ isDefault: true });
    expect((await call('listTaxCategories')).data).toHaveLength(3);
  });
});

describe('settings of documents', () => {
  it('the company', async () => {
    const version = Number((await call('getCompany'))['version']);
    const body = examples('updateCompany');
    expect(await call('updateCompany', { body, ...ifMatch(version) })).toMatchObject({
      ...body,
      version: version + 1,
    });
    const again = await api.call('/api/v1/company', { method: 'PATCH', body, ...ifMatch(version) });
    expect(again.status).toBe(412);
  });

  it('bank accounts: add, change, make default, archive', async () => {
    const { id } = await call('createBankAccount', { body: examples('createBankAccount') });
    const body = examples('updateBankAccount');
    expect(await call('updateBankAccount', { id, body, ...ifMatch(1) })).toMatchObject({
      ...body,
      version: 2,
    });
    expect(await call('setDefaultBankAccount', { id })).toMatchObject({ isDefault: true });
    expect(await call('archiveBankAccount', { id })).toMatchObject({ archived: true });
    expect(await call('restoreBankAccount', { id })).toMatchObject({ archived: false });
    expect(await call('getBankAccount', { id })).toMatchObject({ bic: 'BUKBGB22' });
    expect((await call('listBankAccounts')).data).toHaveLength(1);
  });

  it('number series', async () => {
    expect((await call('listNumberSeries')).data).toHaveLength(seriesKinds.length);
    for (const kind of seriesKinds) {
      const body = { pattern: `${kind.slice(0, 3).toUpperCase()}{yyyy}-{0000}` };
      const changed = await call(`updateNumberSeries_${kind}`, { body, ...ifMatch(1) });
      expect(changed).toMatchObject({ ...body, version: 2 });
    }
  });
});

describe('recurring invoices', () => {
  it('begin, read, list, change, pause, resume, end', async () => {
    const customer = await call('createCustomer', { body: { name: 'Café Kranz' } });
    const body = { ...examples('createRecurringInvoice'), customerId: customer.id };
    const made = await call('createRecurringInvoice', { body });
    const { id } = made;
    expect(await call('getRecurringInvoice', { id })).toEqual(made);
    expect((await call('listRecurringInvoices', { query: '?state=active' })).data).toHaveLength(1);
    const change = examples('updateRecurringInvoice');
    const changed = await call('updateRecurringInvoice', { id, body: change, ...ifMatch(1) });
    expect(changed).toMatchObject({ nextDate: '2027-01-31', version: 2 });
    expect(await call('pauseRecurringInvoice', { id })).toMatchObject({ state: 'paused' });
    expect(await call('resumeRecurringInvoice', { id })).toMatchObject({ state: 'active' });
    expect(await call('retryRecurringInvoice', { id })).toMatchObject({ failure: null });
    expect(await call('settleRecurringRuns', { id })).toMatchObject({ runs: [] });
    expect(await call('endRecurringInvoice', { id })).toMatchObject({ state: 'ended', nextDate: null });
    const dates = (await call('previewRecurrence', { body: examples('previewRecurrence') }))['dates'];
    expect(dates).toHaveLength(5);
  });
});

describe('reminders', () => {
  it('levels and settings', async () => {
    const { id } = await call('createReminderLevel', { body: examples('createReminderLevel') });
    const change = { body: examples('updateReminderLevel'), ...ifMatch(1) };
    expect(await call('updateReminderLevel', { id, ...change })).toMatchObject({ gapDays: 14, version: 2 });
    expect((await call('listReminderLevels')).data).toHaveLength(1);
    expect(await call('getReminderSettings')).toMatchObject({ mode: 'off' });
    const settings = { body: examples('updateReminderSettings'), ...ifMatch(1) };
    expect(await call('updateReminderSettings', settings)).toMatchObject({ mode: 'propose', version: 2 });
    await call('removeReminderLevel', { id });
    expect((await call('listReminderLevels')).data).toEqual([]);
  });

  it('proposals, letters and pauses', async () => {
    const customer = await call('createCustomer', { body: { name: 'Late payer' } });
    const letters = [{ customerId: customer.id, currency: 'GBP' }];
    expect((await call('listReminderProposals')).data).toEqual([]);
    expect(await call('sendReminders', { body: { letters } })).toMatchObject({
      sent: [],
      refused: [{ customerId: customer.id }],
    });
    expect(await call('skipReminders', { body: { letters } })).toEqual({ skipped: 0 });
    expect((await call('listReminderLetters')).data).toEqual([]);
    await call('pauseReminders', { body: { ...examples('pauseReminders'), customerId: customer.id } });
    expect((await call('listReminderPauses')).data).toMatchObject([{ until: '2027-01-31' }]);
    await call('resumeReminders', { id: customer.id });
    expect((await call('listReminderPauses')).data).toEqual([]);
  });
});

describe('exports', () => {
  it('ask, follow, cancel; a file that is not ready cannot be had', async () => {
    const { id, status } = await call('createExport', { body: examples('createExport') });
    expect(status).toBe('queued');
    expect(await call('getExport', { id })).toMatchObject({ id, status: 'queued' });
    expect((await call('listExports')).data).toHaveLength(1);
    const download = await api.call(`/api/v1/exports/${id}/download`);
    expect(download).toMatchObject({ status: 409, body: { reason: 'export-not-ready' } });
    expect(await call('cancelExport', { id })).toMatchObject({ status: 'cancelled' });
  });
});

describe('offers', () => {
  it('draft, send, answer, order; mail, link and close it', async () => {
    const customer = await call('createCustomer', {
      body: { name: 'Blue Door', emails: ['ann@blue.example'] },
    });
    const body = { ...examples('createOffer'), customerId: customer.id, validUntil: '2999-12-31' };
    const { id } = await call('createOffer', { body });
    expect(await call('updateOffer', { id, body: { notes: 'x' }, ...ifMatch(1) })).toMatchObject({
      notes: 'x',
    });
    const sent = await call('sendOffer', { id });
    const documentId = sent['documentId'] as string;
    expect(sent['number']).toMatch(/^OFF?-?\d{4}-\d+$/);
    expect(await call('getOffer', { id })).toMatchObject({ state: 'sent', documentId });
    const next = await call('reviseOffer', { id });
    expect(next).toMatchObject({ state: 'draft', revises: { id } });
    await call('deleteOffer', { id: next.id });
    const headers = { 'idempotency-key': 'send-1' };
    const mail = { to: ['ann@blue.example'] };
    expect(await call('sendDocument', { id: documentId, body: mail, headers })).toMatchObject({
      state: 'waiting',
    });
    await call('sendDocument', { id: documentId, body: mail, headers });
    const soon = await api.call(`/api/v1/documents/${documentId}/sendings`, { method: 'POST', body: mail });
    expect(soon).toMatchObject({ status: 409, body: { reason: 'sent-just-now' } });
    expect((await call('listSendings', { id: documentId })).data).toHaveLength(1);
    const link = await call('createDocumentLink', { id: documentId, body: { expiresInDays: 3 } });
    expect((await call('listDocumentLinks', { id: documentId })).data).toEqual([link]);
    expect(await call('revokeDocumentLink', { id: link.id })).toMatchObject({ state: 'revoked', url: null });
    expect(await call('acceptOffer', { id, body: { name: 'Ann' } })).toMatchObject({ state: 'accepted' });
    const ordered = await call('orderOffer', { id });
    expect(await call('orderOffer', { id })).toMatchObject({ orderId: ordered.orderId });
    expect((await call('listOffers', { query: '?state=accepted' })).data).toHaveLength(1);
    const ids = [id];
    expect(await call('bulkOffers', { body: { action: 'withdraw', ids } })).toMatchObject({ changed: 0 });
  });

  it('are declined and withdrawn', async () => {
    const customer = await call('createCustomer', { body: { name: 'Red Door' } });
    const sent = async () => {
      const body = { ...examples('createOffer'), customerId: customer.id, validUntil: '2999-12-31' };
      return call('sendOffer', { id: (await call('createOffer', { body })).id });
    };
    expect(await call('declineOffer', { id: (await sent()).id, body: { name: 'Bo' } })).toMatchObject({
      state: 'declined',
      answer: { via: 'company' },
    });
    expect(await call('withdrawOffer', { id: (await sent()).id })).toMatchObject({ state: 'withdrawn' });
  });
});

describe('imports', () => {
  it('announce, upload, follow, cancel', async () => {
    const text = 'order,date,item,quantity,price\n1,2026-01-31,Tea,2,3.50\n';
    const body = { fileName: 'orders.csv', bytes: text.length };
    const ticket = await call('createImport', { body });
    const { id } = ticket.import;
    const early = await api.call(`/api/v1/imports/${id}/start`, { method: 'POST' });
    expect(early).toMatchObject({ status: 409, body: { reason: 'import-not-planned' } });
    const { url, method, headers } = ticket.upload;
    expect((await fetch(here(url), { method, headers, body: text })).ok).toBe(true);
    expect(await call('importUploaded', { id })).toMatchObject({ state: 'inspecting' });
    expect(await call('getImport', { id })).toMatchObject({ file: { name: 'orders.csv' } });
    expect((await call('listImports')).data).toHaveLength(1);
    const report = await api.call(`/api/v1/imports/${id}/report`);
    expect(report).toMatchObject({ status: 409, body: { reason: 'import-no-report' } });
    expect(await call('cancelImport', { id })).toMatchObject({ state: 'cancelled' });
  });
});

describe('files', () => {
  it('announce, upload, complete, list, download, delete', async () => {
    const customer = await call('createCustomer', { body: { name: 'With files' } });
    const text = 'Delivered in full.\n';
    const body = { subjectType: 'customer', subjectId: customer.id, name: 'note.txt', bytes: text.length };
    const { file, upload } = await call('requestUpload', { body });
    const put = await fetch(here(upload.url), { method: upload.method, headers: upload.headers, body: text });
    expect(put.ok).toBe(true);
    const headers = { 'idempotency-key': 'complete-1' };
    expect(await call('getFile', { id: file.id })).toMatchObject({ state: 'pending', name: 'note.txt' });
    expect(await call('completeUpload', { id: file.id, headers })).toMatchObject({ state: 'ready' });
    const again = await api.call(`/api/v1/files/${file.id}/complete`, { method: 'POST', headers });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await call('listFiles', { query: `?subjectId=${customer.id}` })).data).toHaveLength(1);
    const download = await api.call(`/api/v1/files/${file.id}/download`);
    expect(download.status).toBe(302);
    expect(await (await fetch(here(download.headers.get('location') ?? ''))).text()).toBe(text);
    expect(await call('getFile', { id: file.id })).toMatchObject({
      state: 'ready',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    await call('deleteFile', { id: file.id });
    expect((await api.call(`/api/v1/files/${file.id}`)).status).toBe(404);
    expect((await call('listFiles', { query: `?subjectId=${customer.id}` })).data).toEqual([]);
  });
});
