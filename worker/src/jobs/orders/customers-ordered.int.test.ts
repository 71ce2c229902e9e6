import { sql } from '@countinghouse/core/platform/db';
import { createOrder, customerFigures } from '@countinghouse/core/orders';
import { newId } from '@countinghouse/core/platform/ids';
import { withSystemTx, withTx } from '@countinghouse/core/platform/tx';
import { testTenant } from '@countinghouse/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRegistry } from '../../registry';
import { Background } from '../../worker';

const work = () => withSystemTx((tx) => tx.query<{ id: string }>(sql`select id from outbox`));

let running: Background | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('figures of customers', () => {
  it('follow a flock of orders, whose work is done together and leaves nothing behind', async () => {
    const { ctx, tenantId } = await testTenant();
    const customerId = newId();
    await withTx(ctx, ({ tx }) =>
      tx.db.customer.create({ data: { id: customerId, tenantId, kind: 'person', name: 'Anna', emails: [] } }),
    );
    const items = [{ title: 'Lantern', quantity: '1', unitPrice: '10' }];
    const orders = Array.from({ length: 30 }, () =>
      createOrder(ctx, { status: 'placed', customerId, items }),
    );
    await Promise.all(orders);
    expect(await work()).toHaveLength(30);
    running = new Background(createRegistry(), []);
    await running.start((error) => {
      throw error;
    });
    await vi.waitFor(async () => expect(await work()).toEqual([]), 10_000);
    expect(await customerFigures(ctx, customerId)).toMatchObject({
      orders: 30,
      revenue: [{ amount: '36000', currency: 'GBP' }],
    });
  });
});
