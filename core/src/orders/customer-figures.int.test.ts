import { describe, expect, it } from 'vitest';
import { createCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { waitingWork } from '../platform/outbox';
import { newId } from '../platform/ids';
import { withSystemTx, withTx } from '../platform/tx';
import { rolledBack, testTenant, type TestTenant } from '../testing';
import { customersOrdered } from './jobs';
import {
  bulkOrders,
  cancelOrder,
  createOrder,
  customerFigures,
  fulfilOrder,
  placeOrder,
  refreshCustomerFigures,
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

/** What waits to be done, taken out of the outbox as the worker would. */
async function takeWork(ctx: Ctx): Promise<string[][]> {
  const rows = await waitingWork(ctx.tenantId, customersOrdered, 100);
  await withSystemTx((tx) => tx.execute(sql`delete from outbox where tenant_id = ${ctx.tenantId}::uuid`));
  return rows.map(({ payload }) => payload.customerIds);
}

async function follow(ctx: Ctx): Promise<void> {
  await refreshCustomerFigures(ctx, (await takeWork(ctx)).flat());
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
    expect(await takeWork(ctx)).toEqual([[anna, boris]]);
    await refreshCustomerFigures(ctx, [anna, boris]);
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
    expect(await takeWork(ctx)).toEqual([]);
    const customerId = await customerOf(tenant, 'Clara');
    await rolledBack(ctx, (ctx) => createOrder(ctx, order(customerId)));
    await updateOrder(ctx, walkIn.id, walkIn.version, { notes: 'Rang twice.' });
    expect(await takeWork(ctx)).toEqual([]);
    const draft = await createOrder(ctx, order(customerId, { status: 'draft' }));
    await updateOrder(ctx, draft.id, draft.version, {
      items: [{ title: 'Rug', quantity: '1', unitPrice: '5' }],
    });
    expect(await takeWork(ctx)).toEqual([]);
    await placeOrder(ctx, draft.id);
    expect(await takeWork(ctx)).toEqual([[customerId]]);
    await fulfilOrder(ctx, draft.id);
    expect(await takeWork(ctx)).toEqual([]);
  });

  it('are the same however often they are written, and unknown to other companies and outsiders', async () => {
    const tenant = await testTenant();
    const other = await testTenant();
    const customerId = await customerOf(tenant, 'Dora');
    await createOrder(tenant.ctx, order(customerId));
    for (let run = 0; run < 3; run += 1) await refreshCustomerFigures(tenant.ctx, [customerId, customerId]);
    await refreshCustomerFigures(other.ctx, [customerId]);
    expect(await customerFigures(tenant.ctx, customerId)).toMatchObject({ orders: 1 });
    await expect(customerFigures(other.ctx, customerId)).rejects.toMatchObject({ code: 'not-found' });
    const actor = { type: 'api-key', id: newId(), name: 'k', scopes: ['customers:read'] } as const;
    const blind = createCtx({ tenantId: tenant.tenantId, actor });
    await expect(customerFigures(blind, customerId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
