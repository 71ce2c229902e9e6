import { describe, expect, it } from 'vitest';
import { createCtx, type Ctx } from '../platform/context';
import { forgetWork, waitingWork } from '../platform/outbox';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { rolledBack, testTenant, type TestTenant } from '../testing';
import { customersOrdered } from './jobs';
import {
  bulkOrders,
  cancelOrder,
  createOrder,
  customerFigures,
  fulfilOrder,
  gatherCustomerFigures,
  placeOrder,
  rebuildCustomerFigures,
  updateOrder,
  type CreateOrderInput,
} from './index';

async function customerOf({ ctx, tenantId }: TestTenant, name: string): Promise<string> {
  const id = newId();
  await withTx(ctx, ({ tx }) =>
    tx.db.customer.create({ data: { id, tenantId, kind: 'company', name, emails: [] } }),
  );
  return id;
}

const order = (customerId: string | null, more: Partial<CreateOrderInput> = {}): CreateOrderInput => ({
  status: 'placed',
  placedAt: '2026-11-20T09:14:00Z',
  items: [{ title: 'Lantern', quantity: '2', unitPrice: '10' }],
  customerId,
  ...more,
});

const waiting = (ctx: Ctx) => waitingWork(ctx.tenantId, customersOrdered, 100);

/** Whether something waits to be done, which is taken out of the outbox as the worker would. */
async function takeWork(ctx: Ctx): Promise<boolean> {
  const rows = await waiting(ctx);
  await forgetWork(rows.map(({ id }) => id));
  return rows.length > 0;
}

async function follow(ctx: Ctx): Promise<void> {
  expect(await takeWork(ctx)).toBe(true);
  await gatherCustomerFigures(ctx);
}

describe('the figures of a customer', () => {
  it('follow orders that are taken, moved to someone else, changed and cancelled', async () => {
    const tenant = await testTenant();
    const { ctx } = tenant;
    const [anna, boris] = [await customerOf(tenant, 'Anna'), await customerOf(tenant, 'Boris')];
    const first = await createOrder(ctx, order(anna));
    await createOrder(ctx, order(anna, { currency: 'EUR', placedAt: '2026-11-21T08:00:00Z' }));
    await createOrder(ctx, order(anna, { status: 'draft' }));
    const back = [{ title: 'Lantern', quantity: '-1', unitPrice: '10' }];
    const returned = await createOrder(ctx, order(anna, { kind: 'return', items: back }));
    await follow(ctx);
    expect(await customerFigures(ctx, anna)).toEqual({
      orders: 2,
      returns: 1,
      revenue: [
        { currency: 'EUR', amount: '2400' },
        { currency: 'GBP', amount: '1200' },
      ],
      lastPlacedAt: '2026-11-21T08:00:00.000Z',
    });

    await updateOrder(ctx, first.id, first.version, { customerId: boris });
    await follow(ctx);
    expect(await customerFigures(ctx, anna)).toMatchObject({ orders: 1, returns: 1 });
    expect(await customerFigures(ctx, boris)).toMatchObject({ orders: 1, returns: 0 });

    await cancelOrder(ctx, first.id);
    await bulkOrders(ctx, { action: 'cancel', ids: [returned.id] });
    await follow(ctx);
    expect(await customerFigures(ctx, boris)).toEqual({
      orders: 0,
      returns: 0,
      revenue: [],
      lastPlacedAt: null,
    });
    expect(await customerFigures(ctx, anna)).toMatchObject({ orders: 1, returns: 0 });
  });

  it('ask for nothing where nobody is named, where only notes change, and where nothing was kept', async () => {
    const tenant = await testTenant();
    const { ctx } = tenant;
    const walkIn = await createOrder(ctx, order(null));
    expect(await takeWork(ctx)).toBe(false);
    const customerId = await customerOf(tenant, 'Clara');
    await rolledBack(ctx, (ctx) => createOrder(ctx, order(customerId)));
    await updateOrder(ctx, walkIn.id, walkIn.version, { notes: 'Rang twice.' });
    expect(await takeWork(ctx)).toBe(false);
    const draft = await createOrder(ctx, order(customerId, { status: 'draft' }));
    await updateOrder(ctx, draft.id, draft.version, {
      items: [{ title: 'Rug', quantity: '1', unitPrice: '5' }],
    });
    expect(await takeWork(ctx)).toBe(false);
    await placeOrder(ctx, draft.id);
    expect(await takeWork(ctx)).toBe(true);
    await fulfilOrder(ctx, draft.id);
    expect(await takeWork(ctx)).toBe(false);
  });

  it('are the same however often they are written, and unknown to other companies and outsiders', async () => {
    const tenant = await testTenant();
    const other = await testTenant();
    const customerId = await customerOf(tenant, 'Dora');
    await createOrder(tenant.ctx, order(customerId));
    await rolledBack(tenant.ctx, gatherCustomerFigures);
    await gatherCustomerFigures(other.ctx);
    expect(await customerFigures(tenant.ctx, customerId)).toMatchObject({ orders: 0 });
    await Promise.all([1, 2, 3].map(() => gatherCustomerFigures(tenant.ctx)));
    await gatherCustomerFigures(tenant.ctx);
    expect(await customerFigures(tenant.ctx, customerId)).toMatchObject({ orders: 1 });
    await createOrder(tenant.ctx, order(customerId));
    for (let run = 0; run < 2; run += 1) await rebuildCustomerFigures(tenant.ctx);
    await gatherCustomerFigures(tenant.ctx);
    expect(await customerFigures(tenant.ctx, customerId)).toMatchObject({ orders: 2 });
    await updateOrder(tenant.ctx, (await createOrder(tenant.ctx, order(customerId))).id, 1, {
      customerId: null,
    });
    await gatherCustomerFigures(tenant.ctx);
    expect(await customerFigures(tenant.ctx, customerId)).toMatchObject({ orders: 2 });
    await expect(customerFigures(other.ctx, customerId)).rejects.toMatchObject({ code: 'not-found' });
    const actor = { type: 'api-key', id: newId(), name: 'k', scopes: ['customers:read'] } as const;
    const blind = createCtx({ tenantId: tenant.tenantId, actor });
    await expect(customerFigures(blind, customerId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
