import { describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { readOne, withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import {
  bulkOrders,
  cancelOrder,
  closeOrder,
  createOrder,
  fulfilOrder,
  getOrder,
  listOrders,
  orderFigures,
  placeOrder,
  refreshOrderSearch,
  updateOrder,
  type CreateOrderInput,
} from './index';

const lantern = { title: 'Lantern, white metal', quantity: '24', unitPrice: '3.39' };
const input: CreateOrderInput = { status: 'placed', items: [lantern], placedAt: '2026-11-21T09:14:00Z' };

async function customerOf(
  { ctx, tenantId }: TestTenant,
  name: string,
  emails: string[] = [],
): Promise<string> {
  const id = newId();
  await withTx(ctx, ({ tx }) =>
    tx.db.customer.create({ data: { id, tenantId, kind: 'company', name, emails } }),
  );
  return id;
}

async function productOf({ ctx, tenantId, taxes }: TestTenant, sku: string): Promise<string> {
  const id = newId();
  await withTx(ctx, ({ tx }) =>
    tx.db.product.create({
      data: {
        id,
        tenantId,
        sku,
        name: 'Heart T-light',
        unitPrice: '2.55',
        currency: 'GBP',
        taxCategoryId: taxes.zero,
      },
    }),
  );
  return id;
}

const auditOf = (ctx: Ctx, id: string) =>
  readOne<{ action: string }>(
    ctx,
    sql`select action from audit_log where entity_id = ${id}::uuid order by id`,
  ).then((rows) => rows.map((row) => row.action));

const days = (ctx: Ctx) =>
  readOne<{ day: string; kind: string; orders: number; total: string }>(
    ctx,
    sql`select day, kind, order_count as orders, total_minor::text as total from order_day_totals
        where order_count <> 0 or total_minor <> 0 order by day, kind`,
  );

describe('createOrder', () => {
  it('numbers, prices and records an order, and adds it to its day', async () => {
    const tenant = await testTenant();
    const customerId = await customerOf(tenant, 'Hawthorn & Sons Ltd');
    const productId = await productOf(tenant, '85123A');
    const order = await createOrder(tenant.ctx, {
      ...input,
      customerId,
      externalNumber: 'X-1',
      items: [lantern, { productId, quantity: '40' }, { ...lantern, quantity: '2', discountPercent: '50' }],
      adjustments: [{ kind: 'charge', reason: 'Carriage', amount: '1800' }],
      tags: ['Gift', 'gift'],
    });
    expect(order).toMatchObject({
      number: 'SO-26-00001',
      externalNumber: 'X-1',
      status: 'placed',
      customer: { id: customerId, name: 'Hawthorn & Sons Ltd' },
      itemCount: 3,
      tags: ['gift'],
      version: 1,
      itemsTotal: { amount: '18675', currency: 'GBP' },
    });
    expect(order.items.map((item) => [item.title, item.taxRate, item.amount.amount])).toEqual([
      ['Lantern, white metal', '20', '8136'],
      ['Heart T-light', '0', '10200'],
      ['Lantern, white metal', '20', '339'],
    ]);
    const sum = BigInt(order.net.amount) + BigInt(order.tax.amount);
    expect(order.total.amount).toBe(sum.toString());
    expect(await getOrder(tenant.ctx, order.id)).toEqual(order);
    expect(await auditOf(tenant.ctx, order.id)).toEqual(['order.create']);
    expect(await days(tenant.ctx)).toEqual([
      { day: '2026-11-21', kind: 'sale', orders: 1, total: order.total.amount },
    ]);
  });

  it('counts each series by itself and gives 20 orders taken at once 20 numbers in a row', async () => {
    const { ctx } = await testTenant();
    const orders = await Promise.all(Array.from({ length: 20 }, () => createOrder(ctx, input)));
    const numbers = orders.map((order) => order.number).sort();
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => `SO-26-${String(i + 1).padStart(5, '0')}`));
    const back = await createOrder(ctx, {
      ...input,
      kind: 'return',
      items: [{ ...lantern, quantity: '-2' }],
    });
    expect(back).toMatchObject({ number: 'RT-26-00001', kind: 'return', net: { amount: '-678' } });
    expect(await days(ctx)).toMatchObject([
      { kind: 'return', orders: 1 },
      { kind: 'sale', orders: 20 },
    ]);
  });

  it.each([
    [{ items: [] }, 'items'],
    [{ items: [{ title: 'A', quantity: '1.1234567', unitPrice: '1' }] }, 'items.0.quantity'],
    [{ items: [{ title: 'A', quantity: '1' }] }, 'items.0.unitPrice'],
    [{ customerId: newId() }, 'customerId'],
    [{ items: [lantern, { productId: newId(), quantity: '1' }] }, 'items.1.productId'],
    [{ items: [{ ...lantern, taxCategoryId: newId() }] }, 'items.0.taxCategoryId'],
    [{ kind: 'return' as const }, 'items'],
    [{ unknown: 1 }, 'unknown'],
    [{ currency: 'XXZ' }, 'currency'],
  ])('refuses %j and names %s', async (change, path) => {
    const { ctx } = await testTenant();
    const asked = createOrder(ctx, { ...input, ...change });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', faults: [{ path }] });
  });

  it('takes an external number once and keeps nothing of the refused order', async () => {
    const { ctx } = await testTenant();
    await createOrder(ctx, { ...input, externalNumber: '536365' });
    const again = createOrder(ctx, { ...input, externalNumber: '536365' });
    await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'external-number-taken' });
    expect((await createOrder(ctx, input)).number).toBe('SO-26-00002');
    expect(await days(ctx)).toMatchObject([{ orders: 2 }]);
  });

  it('is for roles and keys that may write orders, with customers of the own company', async () => {
    const tenant = await testTenant();
    const other = await testTenant();
    const customerId = await customerOf(other, 'Theirs');
    for (const role of ['viewer', 'analyst'] as const) {
      await expect(createOrder(tenant.ctxAs(role), input)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(createOrder(tenant.ctx, { ...input, customerId })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('updateOrder', () => {
  it('changes lines, keeps the sums of the days right and records before and after', async () => {
    const { ctx } = await testTenant();
    const order = await createOrder(ctx, input);
    const [item] = order.items;
    const changed = await updateOrder(ctx, order.id, 1, {
      placedAt: '2026-11-22T10:00:00Z',
      items: [{ ...lantern, id: item?.id ?? '', quantity: '1' }],
      notes: 'less',
    });
    expect(changed).toMatchObject({
      version: 2,
      notes: 'less',
      net: { amount: '339' },
      total: { amount: '407' },
    });
    expect(changed.items[0]?.id).toBe(item?.id);
    expect(await days(ctx)).toEqual([{ day: '2026-11-22', kind: 'sale', orders: 1, total: '407' }]);
    expect(await auditOf(ctx, order.id)).toEqual(['order.create', 'order.update']);
  });

  it('never overwrites what someone else has changed', async () => {
    const { ctx } = await testTenant();
    const order = await createOrder(ctx, input);
    const both = await Promise.allSettled([
      updateOrder(ctx, order.id, 1, { notes: 'mine' }),
      updateOrder(ctx, order.id, 1, { notes: 'yours' }),
    ]);
    const refused = both.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'stale' });
    expect((await getOrder(ctx, order.id)).version).toBe(2);
  });

  it('leaves lines alone once something was delivered, but not the notes', async () => {
    const { ctx } = await testTenant();
    const order = await createOrder(ctx, input);
    await fulfilOrder(ctx, order.id);
    await expect(updateOrder(ctx, order.id, 2, { items: [lantern] })).rejects.toMatchObject({
      reason: 'order-not-editable',
    });
    expect((await updateOrder(ctx, order.id, 2, { notes: 'fine' })).notes).toBe('fine');
  });
});

describe('moves', () => {
  it('delivers in parts, refuses more than was ordered, and closes', async () => {
    const { ctx } = await testTenant();
    const draft = await createOrder(ctx, { ...input, status: 'draft', items: [lantern, lantern] });
    expect(await days(ctx)).toEqual([]);
    const order = await placeOrder(ctx, draft.id);
    const [first, second] = order.items.map((item) => item.id);
    const part = await fulfilOrder(ctx, order.id, { items: [{ id: first, quantity: '20' }] });
    expect(part.status).toBe('partly_fulfilled');
    await expect(fulfilOrder(ctx, order.id, { items: [{ id: first, quantity: '5' }] })).rejects.toMatchObject(
      {
        faults: [{ path: 'items.0.quantity' }],
      },
    );
    await expect(cancelOrder(ctx, order.id)).rejects.toMatchObject({ reason: 'cannot-cancel' });
    const whole = await fulfilOrder(ctx, order.id);
    expect(whole).toMatchObject({
      status: 'fulfilled',
      items: [{ fulfilledQuantity: '24' }, { id: second }],
    });
    expect((await closeOrder(ctx, order.id)).status).toBe('closed');
    expect(await auditOf(ctx, order.id)).toEqual([
      'order.create',
      'order.place',
      'order.fulfil',
      'order.fulfil',
      'order.close',
    ]);
  });

  it('takes a cancelled order out of its day, and a stale move changes nothing', async () => {
    const { ctx } = await testTenant();
    const order = await createOrder(ctx, input);
    await expect(cancelOrder(ctx, order.id, 7)).rejects.toMatchObject({ code: 'stale' });
    await cancelOrder(ctx, order.id, 1);
    expect(await days(ctx)).toEqual([]);
  });

  it('is closed to other companies and weak roles', async () => {
    const tenant = await testTenant();
    const order = await createOrder(tenant.ctx, input);
    const foreign = await tenant.foreign();
    for (const verb of [placeOrder, cancelOrder, closeOrder, fulfilOrder, getOrder]) {
      await expect(verb(foreign, order.id)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(updateOrder(foreign, order.id, 1, {})).rejects.toMatchObject({ code: 'not-found' });
    for (const verb of [placeOrder, cancelOrder, closeOrder, fulfilOrder]) {
      await expect(verb(tenant.ctxAs('viewer'), order.id)).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const action of ['archive', 'cancel'] as const) {
      await expect(bulkOrders(foreign, { action, ids: [order.id] })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect(await bulkOrders(foreign, { action: 'archive', filters: {} })).toMatchObject({ matched: 0 });
    await expect(
      bulkOrders(tenant.ctxAs('viewer'), { action: 'archive', ids: [order.id] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await getOrder(tenant.ctx, order.id)).toEqual(order);
    expect((await listOrders(foreign, {})).rows).toEqual([]);
  });
});

describe('bulkOrders', () => {
  it('tags, archives and restores, and cancels what can be cancelled', async () => {
    const { ctx } = await testTenant();
    const [a, b] = [await createOrder(ctx, input), await createOrder(ctx, input)];
    await fulfilOrder(ctx, b.id);
    const ids = [a.id, b.id];
    expect(await bulkOrders(ctx, { action: 'add-tag', ids, tag: 'Fair' })).toMatchObject({ changed: 2 });
    expect(await bulkOrders(ctx, { action: 'add-tag', ids, tag: 'fair' })).toMatchObject({ changed: 0 });
    expect((await listOrders(ctx, { tag: 'fair' })).rows).toHaveLength(2);
    expect(await bulkOrders(ctx, { action: 'cancel', ids })).toMatchObject({
      matched: 2,
      changed: 1,
      refused: [{ id: b.id }],
    });
    expect(await bulkOrders(ctx, { action: 'archive', ids })).toMatchObject({ changed: 2 });
    expect((await listOrders(ctx, {})).rows).toEqual([]);
    expect((await listOrders(ctx, { archived: 'true' })).rows).toHaveLength(2);
    expect(await bulkOrders(ctx, { action: 'restore', ids })).toMatchObject({ changed: 2 });
    expect(await auditOf(ctx, a.id)).toEqual([
      'order.create',
      'order.add-tag',
      'order.cancel',
      'order.archive',
      'order.restore',
    ]);
  });

  it('takes all that the filters of the list show', async () => {
    const { ctx } = await testTenant();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      await createOrder(ctx, { ...input, placedAt: `${day}T09:00:00Z` });
    }
    const filters = { placedFrom: '2026-11-21', status: 'placed' };
    expect(await bulkOrders(ctx, { action: 'add-tag', tag: 'late', filters })).toEqual({
      matched: 2,
      changed: 2,
      refused: [],
    });
    const untag = { action: 'remove-tag', tag: 'late', filters: { tag: 'late', q: 'lantern' } } as const;
    expect(await bulkOrders(ctx, untag)).toMatchObject({ matched: 2, changed: 2 });
    expect((await listOrders(ctx, { tag: 'late' })).rows).toEqual([]);
  });

  it('is all or nothing when an id is unknown, and when one has no room for a tag', async () => {
    const { ctx } = await testTenant();
    const tags = Array.from({ length: 30 }, (_, index) => `t${index}`);
    const [empty, full] = [await createOrder(ctx, input), await createOrder(ctx, { ...input, tags })];
    for (const action of ['archive', 'cancel'] as const) {
      const asked = bulkOrders(ctx, { action, ids: [empty.id, newId()] });
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    }
    const ids = [empty.id, full.id];
    await expect(bulkOrders(ctx, { action: 'add-tag', tag: 'more', ids })).rejects.toMatchObject({
      reason: 'too-many-tags',
    });
    expect(await getOrder(ctx, empty.id)).toEqual(empty);
    expect(await auditOf(ctx, empty.id)).toEqual(['order.create']);
  });
});

describe('listOrders', () => {
  it.each(['-placedAt', 'placedAt', '-number', 'total', '-total'] as const)(
    'pages through everything by %s',
    async (sort) => {
      const { ctx } = await testTenant();
      for (let index = 0; index < 7; index += 1) {
        const placedAt = `2026-11-2${index % 3}T10:00:00Z`;
        await createOrder(ctx, {
          ...input,
          placedAt,
          items: [{ ...lantern, quantity: String((index % 2) + 1) }],
        });
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOrders(ctx, { limit: 2, sort, ...(cursor && { cursor }) });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(7);
      const whole = await listOrders(ctx, { sort });
      expect(whole.rows.map((row) => row.id)).toEqual(seen);
      expect(whole.nextCursor).toBeNull();
    },
  );

  it('finds by number, customer, e-mail, SKU and title, without accents, in any script', async () => {
    const tenant = await testTenant();
    const customerId = await customerOf(tenant, 'Bäckerei Öhlschläger', ['info@oehl.test']);
    const productId = await productOf(tenant, '85123A');
    const order = await createOrder(tenant.ctx, {
      ...input,
      customerId,
      items: [{ productId, quantity: '1', title: 'Зелёный фонарь' }],
    });
    await createOrder(tenant.ctx, input);
    for (const q of ['backerei', 'ÖHL', 'oehl.test', '5123a', 'зеленый', '26-00001', 'фон']) {
      expect((await listOrders(tenant.ctx, { q })).rows.map((row) => row.id)).toEqual([order.id]);
    }
    expect((await listOrders(tenant.ctx, { q: '%' })).rows).toEqual([]);
    await withTx(tenant.ctx, ({ tx }) =>
      tx.db.customer.updateMany({ where: { id: customerId }, data: { name: 'Maison Lefèvre' } }),
    );
    await refreshOrderSearch(tenant.ctx, customerId);
    expect((await listOrders(tenant.ctx, { q: 'lefevre' })).rows).toHaveLength(1);
    expect((await listOrders(tenant.ctx, { q: 'backerei' })).rows).toEqual([]);
  });

  it('filters by status, kind, customer and the days of the company’s zone', async () => {
    const tenant = await testTenant({ timeZone: 'Asia/Tashkent' });
    const customerId = await customerOf(tenant, 'Nilufar Karimova');
    const late = await createOrder(tenant.ctx, { ...input, customerId, placedAt: '2026-11-20T19:30:00Z' });
    const draft = await createOrder(tenant.ctx, {
      ...input,
      status: 'draft',
      placedAt: '2026-11-20T10:00:00Z',
    });
    const ids = async (filters: object) => (await listOrders(tenant.ctx, filters)).rows.map((row) => row.id);
    expect(await ids({ placedFrom: '2026-11-21', placedTo: '2026-11-21' })).toEqual([late.id]);
    expect(await ids({ placedTo: '2026-11-20' })).toEqual([draft.id]);
    expect(await ids({ status: 'draft' })).toEqual([draft.id]);
    expect(await ids({ status: 'draft,placed', kind: 'sale' })).toEqual([late.id, draft.id]);
    expect(await ids({ customerId })).toEqual([late.id]);
    expect(await ids({ kind: 'return' })).toEqual([]);
  });

  it.each([
    [{ limit: 201 }, 'limit'],
    [{ nonsense: '1' }, 'nonsense'],
    [{ status: 'lost' }, 'status.0'],
    [{ cursor: 'x' }, 'cursor'],
    [{ sort: 'name' }, 'sort'],
  ])('refuses %j', async (query, path) => {
    const { ctx } = await testTenant();
    await expect(listOrders(ctx, query as object)).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ path }],
    });
  });
});

describe('orderFigures', () => {
  it('tells today and this month in the company’s zone', async () => {
    const { ctx } = await testTenant({ timeZone: 'Asia/Tashkent' });
    const clock = () => new Date('2026-11-20T20:00:00Z');
    for (const placedAt of ['2026-11-20T19:30:00Z', '2026-11-20T10:00:00Z', '2026-10-31T10:00:00Z']) {
      await createOrder(ctx, { ...input, placedAt, items: [{ ...lantern, quantity: '1' }] });
    }
    const figures = await orderFigures({ ...ctx, clock });
    expect(figures).toEqual({
      today: { orders: 1, returns: 0, revenue: [{ amount: '407', currency: 'GBP' }] },
      month: { orders: 2, returns: 0, revenue: [{ amount: '814', currency: 'GBP' }] },
    });
  });
});

describe('texts that no database can hold', () => {
  it.each(['items.0.title', 'notes', 'externalNumber', 'items.0.sku', 'tags.0', 'adjustments.0.reason'])(
    'are refused at %s',
    async (path) => {
      const { ctx } = await testTenant();
      const bad = 'a\u0000b';
      const [field, , part] = path.split('.');
      const order = {
        ...input,
        ...(field === 'notes' && { notes: bad }),
        ...(field === 'externalNumber' && { externalNumber: bad }),
        ...(field === 'tags' && { tags: [bad] }),
        ...(field === 'items' && { items: [{ ...lantern, [part ?? '']: bad }] }),
        ...(field === 'adjustments' && {
          adjustments: [{ kind: 'discount' as const, percent: '5', reason: bad }],
        }),
      };
      await expect(createOrder(ctx, order)).rejects.toMatchObject({
        code: 'invalid',
        faults: [expect.objectContaining({ path })],
      });
    },
  );

  it('find nothing and break nothing in a search', async () => {
    const { ctx } = await testTenant();
    await expect(listOrders(ctx, { q: '\u0000lan\ud800' })).resolves.toMatchObject({ rows: [] });
  });
});
