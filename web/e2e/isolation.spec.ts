import { expect, people, test } from './fixtures';
import { allCalls, ask, listed, newKey, proposedLetter } from './support/api';
import { downloadAskedBy } from './support/downloads';
import { addressOf, panelAddresses, type Ids } from './support/panel-addresses';
import { takeOrder, unique } from './support/records';
import type { Page } from '@playwright/test';

interface Named {
  id: string;
  name?: string;
  number?: string;
  version?: number;
}

/** An issued invoice with its document, and a credit note of it. */
async function invoicesOf(page: Page, key: string, customerId: string): Promise<Ids> {
  const post = async (path: string, body?: object) => {
    const answer = await page.request.post(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${key}` },
      ...(body && { data: body }),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string; documentId: string | null };
  };
  const items = [{ title: 'Secret lantern', quantity: '1', unitPrice: '3' }];
  const { id } = await post('/invoices', { customerId, items, deliveryFrom: '2026-11-10' });
  const { documentId } = await post(`/invoices/${id}/issue`);
  const credit = await post(`/invoices/${id}/credit-notes`);
  const offer = await post('/offers', { customerId, items });
  const payment = await post('/payments', { customerId, currency: 'GBP', amount: '100' });
  return {
    invoices: id,
    'credit-notes': credit.id,
    documents: String(documentId),
    offers: offer.id,
    payments: payment.id,
  };
}

/** One record of every kind in the demo company, some of them made for the purpose. */
async function recordsOf(page: Page, key: string): Promise<{ ids: Ids; order: Named; customer: Named }> {
  const orderId = String((await takeOrder(page, unique('Private'))).split('/').at(-1));
  const order = (await (await ask(page, key, 'GET', `/orders/${orderId}`)).json()) as Named;
  const [customer] = await listed<Named>(page, key, 'customers');
  const [product] = await listed<Named>(page, key, 'products');
  const [tax] = await listed<Named>(page, key, 'tax-categories');
  const wanted = { subjectType: 'order', subjectId: orderId, name: 'secret.txt', bytes: 7 };
  const ticket = (await (await ask(page, key, 'POST', '/files', wanted)).json()) as {
    file: Named;
    upload: { url: string; headers: Record<string, string> };
  };
  const sent = await page.request.put(ticket.upload.url, {
    headers: ticket.upload.headers,
    data: 'secret\n',
  });
  expect(sent.ok()).toBe(true);
  expect((await ask(page, key, 'POST', `/files/${ticket.file.id}/complete`)).status()).toBe(200);
  const asked = await ask(page, key, 'POST', '/imports', { fileName: 'secret.csv', bytes: 7 });
  const { import: announced } = (await asked.json()) as { import: Named };
  await page.goto('/demo/products');
  const download = await downloadAskedBy(page, () =>
    page.getByRole('button', { name: 'Export this' }).click(),
  );
  const exported = await ask(page, key, 'POST', '/exports', { resource: 'orders', format: 'csv' });
  const invoices = await invoicesOf(page, key, String(customer?.id));
  const [series] = await listed<Named>(page, key, 'recurring-invoices');
  const [level] = await listed<Named>(page, key, 'reminder-levels');
  const [account] = await listed<Named>(page, key, 'bank-accounts');
  if (!customer || !product || !tax || !series || !level || !account)
    throw new Error('the demo company is empty');
  return {
    order,
    customer,
    ids: {
      orders: orderId,
      customers: customer.id,
      products: product.id,
      taxes: tax.id,
      'tax-categories': tax.id,
      files: ticket.file.id,
      imports: announced.id,
      downloads: String(download.split('/').at(-1)),
      exports: ((await exported.json()) as Named).id,
      ...invoices,
      recurring: series.id,
      'recurring-invoices': series.id,
      reminders: level.id,
      'reminder-levels': level.id,
      'bank-accounts': account.id,
      letter: await proposedLetter(page, key),
    },
  };
}

test('another company sees nothing: no page, list, id, file, search, action or call of the API', async ({
  page,
  open,
}) => {
  test.slow();
  const key = await newKey(page, 'demo', unique('Isolation'), /./);
  const { ids, order, customer } = await recordsOf(page, key);
  const rival = await open(people.rival);
  const rivalKey = await newKey(rival, 'rival', unique('Isolation'), /./);
  const secrets = [...Object.values(ids), String(order.number), String(customer.name), 'Meridian Gifts'];

  await test.step('pages, lists, files and data of the panel', async () => {
    for (const address of panelAddresses) {
      const own = addressOf(address, 'demo', ids);
      expect.soft((await page.request.get(own)).status(), `${own} for its owner`).not.toBe(404);
      expect.soft((await rival.request.get(own)).status(), `${own} for a stranger`).toBe(404);
      const crossed = addressOf(address, 'rival', ids);
      const answer = await rival.request.get(crossed);
      if (/\[id\]|preview$/.test(address.pattern)) expect.soft(answer.status(), crossed).toBe(404);
      const told = await answer.text();
      const leaked = secrets.filter((secret) => told.includes(secret) && !crossed.includes(secret));
      expect.soft(leaked, crossed).toEqual([]);
    }
  });

  await test.step('search and filters', async () => {
    for (const q of [String(order.number), String(customer.name)]) {
      const found = await rival.request.get(`/rival/search?q=${encodeURIComponent(q)}`);
      expect.soft(await found.json(), q).toEqual({ hits: [] });
      const offered = await rival.request.get(`/rival/search/customers?q=${encodeURIComponent(q)}`);
      expect.soft(await offered.json(), q).toEqual({ options: [] });
    }
    for (const filter of [`ids=${ids['orders']}`, `customerId=${ids['customers']}`]) {
      const answer = await rival.request.get(`/rival/orders?${filter}`);
      expect.soft(await answer.text(), filter).not.toContain(order.number);
    }
  });

  await test.step('the API', async () => {
    for (const { method, path, name, example } of await allCalls(page)) {
      const list = path.split('/')[1] ?? '';
      if (path.includes('{id}')) {
        const crossed = path.replace('{id}', String(ids[list]));
        const answer = await ask(rival, rivalKey, method, crossed, example);
        expect.soft(answer.status(), `${name} ${await answer.text()}`).toBe(404);
      } else if (method === 'GET') {
        const told = await (await ask(rival, rivalKey, 'GET', path)).text();
        expect
          .soft(
            secrets.filter((secret) => told.includes(secret)),
            name,
          )
          .toEqual([]);
      }
    }
    const items = [{ title: 'Crossing', quantity: '1', unitPrice: '1' }];
    const tag = { action: 'add-tag', tag: 'crossed' };
    const crossings: [string, unknown][] = [
      ['/orders', { items, customerId: ids['customers'] }],
      ['/orders', { items: [{ productId: ids['products'], quantity: '1' }] }],
      ['/files', { subjectType: 'order', subjectId: ids['orders'], name: 'a.txt', bytes: 1 }],
      ['/orders/bulk', { ...tag, ids: [ids['orders']] }],
      ['/customers/bulk', { ...tag, ids: [ids['customers']] }],
      ['/products/bulk', { ...tag, ids: [ids['products']] }],
      ['/invoices', { items, customerId: ids['customers'] }],
      ['/invoices/bulk', { ...tag, ids: [ids['invoices']] }],
      ['/invoices/from-orders', { orderIds: [ids['orders']] }],
    ];
    for (const [path, body] of crossings) {
      const answer = await ask(rival, rivalKey, 'POST', path, body);
      expect.soft([404, 422], `${path} ${await answer.text()}`).toContain(answer.status());
    }
  });

  await test.step('actions of a page, sent again by a stranger', async () => {
    await page.goto(`/demo/orders?ids=${ids['orders']}`);
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    const sent = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    const [request] = await Promise.all([sent, page.getByRole('button', { name: 'Undo' }).click()]);
    const body = String(request.postData());
    expect(body).toContain(ids['orders']);
    for (const data of [body, body.replace('"demo"', '"rival"')]) {
      const answer = await rival.request.post('/rival/orders', {
        headers: {
          'next-action': String(request.headers()['next-action']),
          'content-type': 'text/plain;charset=UTF-8',
          origin: new URL(page.url()).origin,
        },
        data,
      });
      expect.soft(await answer.text()).toContain('"code":"not-found"');
    }
  });

  const after = (await (await ask(page, key, 'GET', `/orders/${ids['orders']}`)).json()) as Named & {
    tags: string[];
    archived: boolean;
  };
  expect(after).toMatchObject({ tags: [], archived: false });
});
