import { describe, expect, it } from 'vitest';
import { getOrder, listOrders } from '../orders';
import { objects } from '../platform/objects';
import { withTx } from '../platform/tx';
import { actionsOf, jobsWaiting, testTenant } from '../testing';
import { cancelImport, createImport, getImport, importUploaded, listImports, openImportReport } from '.';
import { advanceImport, createImportFrom, planImport, reinspectImport, startImport } from '.';
import { books, imported, never, nothing, planned, shop, shopLines, uploaded } from './testing/journey';

const GOOD = '9001,SKU1,A lamp,2,2010-12-01 08:26:00,2.55,77,United Kingdom';

/** Quantity × price of the fixture in pennies, each line rounded half up, by integer arithmetic. */
function moneyOf(csv: string): bigint {
  const rows = csv.trim().split('\n').slice(1);
  return rows.reduce((sum, row) => {
    const match = /,(-?\d+),2\d{3}-[^,]*,(\d+)(?:\.(\d+))?,/.exec(row);
    if (!match) throw new Error(row);
    const [, quantity = '', whole = '', fraction = ''] = match;
    const scaled = BigInt(quantity) * BigInt(whole + fraction.padEnd(6, '0'));
    const size = ((scaled < 0n ? -scaled : scaled) + 5_000n) / 10_000n;
    return sum + (scaled < 0n ? -size : size);
  }, 0n);
}

async function reportOf(ctx: Parameters<typeof getImport>[0], id: string): Promise<string> {
  const url = await openImportReport(ctx, id);
  expect(url).toContain('http');
  const keys: string[] = [];
  for await (const { key } of objects().list(`imports/${ctx.tenantId}/${id}-report`)) keys.push(key);
  const { body } = await objects().get(keys.at(-1) ?? '');
  const parts: Buffer[] = [];
  for await (const part of body as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('an import of orders', () => {
  it('takes over every line of a real file, to the penny, and says so before', async () => {
    const { ctx } = await testTenant();
    const plan = await planned(ctx, shop);
    expect(await books(ctx)).toEqual(nothing);
    const money = [{ amount: moneyOf(shop).toString(), currency: 'GBP' }];
    expect(plan).toMatchObject({ state: 'planned', plan: { lines: { total: 200, rejected: 0 }, money } });

    await startImport(ctx, plan.id, plan.version, { inProcess: true });
    await advanceImport(ctx, plan.id, never);
    const done = await getImport(ctx, plan.id);
    const after = await books(ctx);
    expect(done).toMatchObject({
      state: 'done',
      result: {
        ordersCreated: { sales: plan.plan?.orders.newSales, returns: plan.plan?.orders.newReturns },
        linesTotal: 200,
        linesImported: 200,
        customersCreated: plan.plan?.customers.new,
        productsCreated: plan.plan?.products.new,
        money,
      },
    });
    const numbers = new Set(
      shop
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    );
    const returns = [...numbers].filter((number) => number?.startsWith('C')).length;
    expect(after).toMatchObject({
      orders: numbers.size,
      returns,
      lines: 200,
      customers: plan.plan?.customers.new,
      products: plan.plan?.products.new,
      money: money[0]?.amount,
      rollup: String(numbers.size),
      audits: numbers.size,
    });
    expect((await actionsOf(ctx)).filter((action) => action.startsWith('import.'))).toEqual([
      'import.create',
      'import.start',
      'import.finish',
    ]);
  });

  it('changes nothing the second time and says so', async () => {
    const { ctx } = await testTenant();
    await imported(ctx, shop);
    const before = await books(ctx);
    const again = await imported(ctx, shop);
    expect(again.result).toMatchObject({
      ordersCreated: { sales: 0, returns: 0 },
      ordersUnchanged: before.orders,
      linesUnchanged: 200,
      linesImported: 0,
      customersCreated: 0,
      money: [],
    });
    expect(await books(ctx)).toEqual(before);
  });

  it('makes what the file says: times of the company, walk-ins, titles, countries, scattered rows', async () => {
    const { ctx } = await testTenant();
    const file = shopLines(
      '1,A,Lamp,2,2011-06-01 09:00:00,1.255,,Unspecified',
      'C2,B,,-1,2011-01-10 10:00:00,3,12,EIRE',
      '1,C,Cup,-3,2011-06-01 09:01:00,0,,Unspecified',
    );
    const done = await imported(ctx, file, { decimal: '.' });
    expect(done.result).toMatchObject({ linesImported: 3, customersCreated: 1 });
    const { rows } = await listOrders(ctx, { sort: 'placedAt' });
    expect(rows).toMatchObject([
      { externalNumber: 'C2', kind: 'return', placedAt: '2011-01-10T10:00:00.000Z', status: 'closed' },
      {
        externalNumber: '1',
        kind: 'sale',
        placedAt: '2011-06-01T08:00:00.000Z',
        customer: null,
        itemCount: 2,
      },
    ]);
    const order = await getOrder(ctx, rows[1]?.id ?? '');
    expect(order.items).toMatchObject([
      { sku: 'A', title: 'Lamp', quantity: '2', unitPrice: '1.255', amount: { amount: '251' } },
      { sku: 'C', title: 'Cup', quantity: '-3', amount: { amount: '0' } },
    ]);
    const returned = await getOrder(ctx, rows[0]?.id ?? '');
    expect(returned.items).toMatchObject([{ title: 'B', amount: { amount: '-300' } }]);
    const [customer] = await withTx(ctx, ({ tx }) => tx.db.customer.findMany({}));
    expect(customer).toMatchObject({
      name: 'Customer 12',
      externalNumber: '12',
      billingAddress: { country: 'IE' },
    });
  });

  it('takes a correction with a negative price, beside returns; its product has none', async () => {
    const { ctx } = await testTenant();
    const sales = Array.from({ length: 30 }, (_, order) => GOOD.replace('9001', String(9001 + order)));
    const file = shopLines(
      ...sales,
      'C9101,SKU1,A lamp,-1,2010-12-02 08:26:00,2.55,77,United Kingdom',
      'A9102,B,Adjust bad debt,1,2010-12-03 08:26:00,-11062.06,,United Kingdom',
    );
    const done = await imported(ctx, file);
    expect(done.result).toMatchObject({
      ordersCreated: { sales: 31, returns: 1 },
      linesRejected: 0,
      money: [{ amount: String(30 * 510 - 255 - 1_106_206), currency: 'GBP' }],
    });
    const products = await withTx(ctx, ({ tx }) => tx.db.product.findMany({ orderBy: { sku: 'asc' } }));
    expect(products.map(({ sku, unitPrice }) => [sku, unitPrice.toString()])).toEqual([
      ['B', '0'],
      ['SKU1', '2.55'],
    ]);
  });

  it('names a product by the first line that names it, wherever it stands', async () => {
    const { ctx } = await testTenant();
    const filler = Array.from({ length: 300 }, (_, index) => `${index},F,Filler,1,2011-06-01,1,,France`);
    const file = shopLines('8001,A,,1,2011-06-01,1,,France', ...filler, '8002,A,Lamp,1,2011-06-01,1,,France');
    expect((await imported(ctx, file)).state).toBe('done');
    const products = await withTx(ctx, ({ tx }) => tx.db.product.findMany({ orderBy: { sku: 'asc' } }));
    expect(products.map(({ sku, name }) => [sku, name])).toEqual([
      ['A', 'Lamp'],
      ['F', 'Filler'],
    ]);
  });

  it('leaves an order with a bad line out as a whole and reports each line', async () => {
    const { ctx } = await testTenant();
    const file = shopLines(
      GOOD,
      '9002,SKU1,A lamp,many,2010-12-01 08:26:00,2.55,77,United Kingdom',
      '9002,SKU2,A cup,1,2010-12-01 08:26:00,2.55,77,United Kingdom',
      'C9003,SKU2,A cup,1,2010-12-01 08:26:00,2.55,77,United Kingdom',
      '9004,SKU2,A cup,1,2010-13-01 08:26:00,2.55,77,United Kingdom',
    );
    const done = await imported(ctx, file);
    expect(done.result).toMatchObject({
      linesTotal: 5,
      linesImported: 1,
      linesRejected: 4,
      ordersRejected: 3,
    });
    expect(done.plan?.problems).toEqual([
      { line: 3, code: 'bad-number', column: 'quantity', value: 'many' },
      { line: 4, code: 'other-line', column: 'orderNumber', value: '9002' },
      { line: 5, code: 'positive-return', column: 'quantity', value: '1' },
      { line: 6, code: 'bad-date', column: 'placedAt', value: '2010-13-01 08:26:00' },
    ]);
    expect(await books(ctx)).toMatchObject({ orders: 1, lines: 1, products: 1 });
    const report = await reportOf(ctx, done.id);
    expect(report.startsWith('\uFEFFLine,Column,Value,Reason\n3,Quantity,many,this is not a number\n')).toBe(
      true,
    );
    expect(report.trim().split('\n')).toHaveLength(5);
  });

  it('writes cells of the report so that no spreadsheet runs them', async () => {
    const { ctx } = await testTenant();
    const done = await imported(ctx, shopLines(GOOD, '9002,S,T,@SUM(1),2010-12-01 08:26:00,1,7,France'));
    expect(await reportOf(ctx, done.id)).toContain("3,Quantity,'@SUM(1),");
  });

  it('leaves an order that exists with other content alone', async () => {
    const { ctx } = await testTenant();
    await imported(ctx, shopLines(GOOD));
    const before = await books(ctx);
    const changed = await imported(ctx, shopLines(GOOD.replace(',2,', ',3,'), GOOD.replace('9001', '9009')));
    expect(changed.result).toMatchObject({ ordersDifferent: 1, linesRejected: 1, linesImported: 1 });
    expect(changed.plan?.problems).toMatchObject([{ line: 2, code: 'exists-different', value: '9001' }]);
    expect((await books(ctx)).orders).toBe(before.orders + 1);
  });

  it('asks how ambiguous dates and numbers are meant', async () => {
    const { ctx } = await testTenant();
    const known = await uploaded(ctx, shopLines('1,A,Lamp,2,05/06/2011 08:26,1.5,,France'));
    expect(known.options?.dateFormat).toBeNull();
    const mapping = known.mapping ?? {};
    await expect(planImport(ctx, known.id, { mapping }, known.version)).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ path: 'options.dateFormat' }],
    });
    const input = { mapping, options: { dateFormat: 'mdy' as const } };
    await planImport(ctx, known.id, input, known.version, { inProcess: true });
    await advanceImport(ctx, known.id, never);
    expect((await getImport(ctx, known.id)).plan?.lines.good).toBe(1);
  });

  it('names what is wrong with a mapping, and remembers a right one', async () => {
    const { ctx } = await testTenant();
    const known = await uploaded(ctx, shopLines(GOOD));
    const wrong = { ...known.mapping, quantity: 99, unitPrice: 3, title: 3 };
    await expect(planImport(ctx, known.id, { mapping: wrong }, known.version)).rejects.toMatchObject({
      faults: [{ path: 'mapping.quantity' }, { path: 'mapping.unitPrice' }],
    });
    await expect(planImport(ctx, known.id, { mapping: {} }, known.version)).rejects.toMatchObject({
      faults: ['orderNumber', 'placedAt', 'quantity', 'unitPrice', 'sku'].map((field) => ({
        path: `mapping.${field}`,
      })),
    });
    const { title: _title, ...right } = known.mapping ?? {};
    await expect(planImport(ctx, known.id, { mapping: right }, known.version + 5)).rejects.toMatchObject({
      code: 'stale',
    });
    await planImport(ctx, known.id, { mapping: right }, known.version, { inProcess: true });
    expect((await uploaded(ctx, shopLines(GOOD))).mapping).toEqual(right);
  });

  it('looks again with what the person says about the format', async () => {
    const { ctx } = await testTenant();
    const known = await uploaded(ctx, shopLines(GOOD));
    await reinspectImport(ctx, known.id, { delimiter: ';' }, known.version, { inProcess: true });
    await advanceImport(ctx, known.id, never);
    const again = await getImport(ctx, known.id);
    expect(again).toMatchObject({
      state: 'mapping',
      format: { header: [expect.stringContaining('InvoiceNo,')] },
    });
    await reinspectImport(ctx, known.id, { delimiter: ',', headerLine: 50 }, again.version, {
      inProcess: true,
    });
    await advanceImport(ctx, known.id, never);
    expect(await getImport(ctx, known.id)).toMatchObject({ state: 'mapping', error: { code: 'no-header' } });
  });
});

describe('who may', () => {
  it('keeps other companies and weak roles out', async () => {
    const tenant = await testTenant();
    const { id, version, mapping } = await uploaded(tenant.ctx, shopLines(GOOD));
    const foreign = await tenant.foreign();
    const missing = { code: 'not-found' };
    await expect(getImport(foreign, id)).rejects.toMatchObject(missing);
    await expect(planImport(foreign, id, { mapping: mapping ?? {} }, version)).rejects.toMatchObject(missing);
    await expect(startImport(foreign, id)).rejects.toMatchObject(missing);
    await expect(cancelImport(foreign, id)).rejects.toMatchObject(missing);
    await expect(importUploaded(foreign, id)).rejects.toMatchObject(missing);
    await expect(openImportReport(foreign, id)).rejects.toMatchObject(missing);
    expect((await listImports(foreign)).rows).toEqual([]);
    await advanceImport(foreign, id, never);
    expect(await getImport(tenant.ctx, id)).toMatchObject({ version, state: 'mapping' });
    const weak = tenant.ctxAs('analyst');
    await expect(createImport(weak, { fileName: 'a.csv', bytes: 5 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(getImport(weak, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(startImport(weak, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lists the newest first, by pages', async () => {
    const { ctx } = await testTenant();
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1)
      ids.unshift((await createImport(ctx, { fileName: `${index}.csv`, bytes: 5 })).import.id);
    const first = await listImports(ctx, { limit: 2 });
    const second = await listImports(ctx, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it('has the worker told by the outbox', async () => {
    const { ctx } = await testTenant();
    const before = await jobsWaiting('import.advance');
    const body = Buffer.from(shopLines(GOOD));
    await createImportFrom(ctx, { fileName: 'a.csv', bytes: body.length, body });
    expect(await jobsWaiting('import.advance')).toBe(before + 1);
  });
});
