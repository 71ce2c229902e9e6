import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { readOne, withTx } from '../platform/tx';
import { rolledBack, testTenant, type TestTenant } from '../testing';
import {
  cancelOrder,
  createOrder,
  gatherCustomerFigures,
  getOrder,
  placeOrder,
  rebuildCustomerFigures,
  revenueStatuses,
  updateOrder,
  type UpdateOrderInput,
} from './index';

const kept = (ctx: Ctx) =>
  readOne(
    ctx,
    sql`select customer_id, currency, sale_count, return_count, total_minor, last_placed_at
        from order_customer_totals order by 1, 2`,
  );

const counted = (ctx: Ctx) =>
  readOne(
    ctx,
    sql`select customer_id, currency, (count(*) filter (where kind = 'sale'))::int as sale_count,
          (count(*) filter (where kind = 'return'))::int as return_count, sum(total_minor)::bigint as total_minor,
          max(placed_at) as last_placed_at
        from orders where customer_id is not null and status = any(${revenueStatuses}::text[])
        group by 1, 2 order by 1, 2`,
  );

async function customersOf({ ctx, tenantId }: TestTenant, names: string[]): Promise<string[]> {
  const people = names.map((name) => ({ id: newId(), tenantId, kind: 'person', name, emails: [] }));
  await withTx(ctx, ({ tx }) => tx.db.customer.createMany({ data: people }));
  return people.map(({ id }) => id);
}

const customer = fc.option(fc.nat(1), { nil: null });
const currency = fc.constantFrom('GBP', 'EUR');
const placedAt = fc.nat(300).map((hour) => new Date(Date.UTC(2026, 8, 1, hour)).toISOString());
const order = fc.nat(9);
const step = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    customer,
    currency,
    placedAt,
    kind: fc.constantFrom('sale' as const, 'return' as const),
    status: fc.constantFrom('draft' as const, 'placed' as const),
    price: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ do: fc.constant('move' as const), order, customer }),
  fc.record({ do: fc.constant('change' as const), order, currency, placedAt }),
  fc.record({ do: fc.constant('cancel' as const), order }),
  fc.record({ do: fc.constant('place' as const), order }),
  fc.record({ do: fc.constant('gather' as const) }),
  fc.record({ do: fc.constant('broken-off' as const) }),
  fc.record({ do: fc.constant('rebuild' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function run(ctx: Ctx, people: string[], orders: string[], each: Step): Promise<unknown> {
  const named = (index: number | null) => (index === null ? null : (people[index] ?? null));
  const change = async (index: number, patch: UpdateOrderInput) => {
    const { id, version } = await getOrder(ctx, orders[index] ?? '');
    return updateOrder(ctx, id, version, patch);
  };
  switch (each.do) {
    case 'create': {
      const { kind, status, currency, placedAt, customer, price } = each;
      const items = [{ title: 'Lantern', quantity: kind === 'sale' ? '1' : '-1', unitPrice: String(price) }];
      return createOrder(ctx, { kind, status, currency, placedAt, items, customerId: named(customer) });
    }
    case 'move':
      return change(each.order, { customerId: named(each.customer) });
    case 'change':
      return change(each.order, { currency: each.currency, placedAt: each.placedAt });
    case 'cancel':
      return cancelOrder(ctx, orders[each.order] ?? '');
    case 'place':
      return placeOrder(ctx, orders[each.order] ?? '');
    case 'gather':
      return gatherCustomerFigures(ctx);
    case 'broken-off':
      return rolledBack(ctx, gatherCustomerFigures);
    case 'rebuild':
      return rebuildCustomerFigures(ctx);
  }
}

it('add up to the full count, in whatever order things happen', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const tenant = await testTenant();
      const people = await customersOf(tenant, ['Anna', 'Boris']);
      const orders: string[] = [];
      for (const each of steps) {
        const made = await run(tenant.ctx, people, orders, each).catch((error: unknown) => {
          if (!isAppError(error)) throw error;
        });
        if (each.do === 'create') orders.push((made as { id: string }).id);
      }
      await gatherCustomerFigures(tenant.ctx);
      expect(await kept(tenant.ctx)).toEqual(await counted(tenant.ctx));
    }),
    { numRuns: 25 },
  );
});

it('add up to the full count when all happens at once', { timeout: 60_000 }, async () => {
  const tenant = await testTenant();
  const { ctx } = tenant;
  const people = await customersOf(tenant, ['Anna', 'Boris']);
  const items = [{ title: 'Lantern', quantity: '1', unitPrice: '10' }];
  const work = Array.from({ length: 60 }, async (_, index) => {
    const customerId = people[index % 2] ?? null;
    const made = await createOrder(ctx, { status: 'placed', customerId, items });
    if (index % 3 === 0) await updateOrder(ctx, made.id, made.version, { customerId: people[0] ?? null });
    if (index % 5 === 0) await cancelOrder(ctx, made.id);
    if (index % 4 === 0) await gatherCustomerFigures(ctx);
    if (index % 20 === 0) await rebuildCustomerFigures(ctx);
  });
  await Promise.all(work);
  await gatherCustomerFigures(ctx);
  expect(await kept(ctx)).toEqual(await counted(ctx));
});
