import { beforeEach, expect, it } from 'vitest';
import { imported, shop } from '../imports/testing/journey';
import { verifyLedger } from '../ledger';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import { bulkInvoiceOrders, invoiceSums } from './index';

/** The first day of a real shop's file. */
const DAY = '2010-12-01';

let company: TestTenant;
let ctx: Ctx;
beforeEach(async () => {
  company = await testTenant();
  ctx = company.ctx;
  await imported(ctx, shop);
});

interface Day {
  ids: string[];
  total: string;
  customers: number;
}

const ordersOfTheDay = () =>
  readOne<Day>(
    ctx,
    sql`select array_agg(id::text order by placed_at, id) as ids, sum(total_minor)::text as total,
          count(distinct customer_id)::int as customers
        from orders
        where tenant_id = ${ctx.tenantId}::uuid and customer_id is not null and kind = 'sale'
          and placed_at >= ${DAY}::date and placed_at < ${DAY}::date + 1`,
  );

it.each(['order', 'customer'] as const)(
  'a day of a real shop, invoiced in bulk by %s, comes to the sum of its orders',
  async (together) => {
    const [day] = await ordersOfTheDay();
    if (!day) throw new Error('the file has no orders of that day');
    const result = await bulkInvoiceOrders(ctx, { orderIds: day.ids, together, issue: true });
    expect(result.refused).toEqual([]);
    expect(result.created).toHaveLength(together === 'order' ? day.ids.length : day.customers);
    expect(await invoiceSums(ctx, { state: 'issued' })).toMatchObject([
      { count: result.created.length, payable: { amount: day.total, currency: 'GBP' } },
    ]);
    expect(await verifyLedger(ctx)).toMatchObject({ documents: result.created.length, fault: null });

    const again = await bulkInvoiceOrders(ctx, { orderIds: day.ids, together, issue: true });
    expect(again.created).toEqual([]);
    expect(again.refused).toHaveLength(day.ids.length);
  },
);
