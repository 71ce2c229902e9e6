import { expect, it, vi } from 'vitest';
import { createOrder } from '@countinghouse/core/orders';
import { sql } from '@countinghouse/core/platform/db';
import { readOne, withSystemTx } from '@countinghouse/core/platform/tx';
import { updateTenant } from '@countinghouse/core/tenants';
import { testTenant } from '@countinghouse/core/testing';
import { createRegistry } from '../../registry';
import { Background } from '../../worker';

it('counts the days of a company again after its time zone has changed', async () => {
  const { ctx } = await testTenant();
  const items = [{ title: 'Lantern', quantity: '1', unitPrice: '10' }];
  await createOrder(ctx, { status: 'placed', items, placedAt: '2026-11-20T23:30:00Z' });
  await updateTenant(ctx, { expectedVersion: 1, timeZone: 'Asia/Samarkand' });
  const background = new Background(createRegistry(), []);
  await background.start((error) => {
    throw error;
  });
  await vi.waitFor(
    async () =>
      expect(await withSystemTx((tx) => tx.query(sql`select 1 from outbox where failed_at is null`))).toEqual(
        [],
      ),
    15_000,
  );
  await background.stop();
  expect(await readOne(ctx, sql`select day, order_count as orders from order_day_totals`)).toEqual([
    { day: '2026-11-21', orders: 1 },
  ]);
});
