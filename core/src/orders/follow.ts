import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { enqueue, laterWork } from '../platform/outbox';
import { customersOrdered } from './jobs';
import type { OrderDto } from './schemas';
import { countsAsRevenue, type OrderKind, type OrderStatus } from './states';

interface Counted {
  kind: OrderKind;
  status: OrderStatus;
  customerId: string | null;
  currency: string;
  totalMinor: bigint;
  placedAt: Date;
}

const counted = (order: OrderDto): Counted => ({
  kind: order.kind,
  status: order.status,
  customerId: order.customer?.id ?? null,
  currency: order.total.currency,
  totalMinor: BigInt(order.total.amount),
  placedAt: new Date(order.placedAt),
});

const change = ({ kind, status, totalMinor, ...order }: Counted, sign: 1 | -1) =>
  order.customerId !== null && countsAsRevenue(status)
    ? [
        {
          ...order,
          sales: kind === 'sale' ? sign : 0,
          returns: kind === 'return' ? sign : 0,
          totalMinor: (totalMinor * BigInt(sign)).toString(),
        },
      ]
    : [];

const changesOf = (before: OrderDto, after: OrderDto) => [
  ...change(counted(before), -1),
  ...change(counted(after), 1),
];

/**
 * Notes what a change of an order means for the sums of its customers; walk-ins have none. Nobody waits for anybody
 * here: rows are only added, and a job takes them (`gatherCustomerFigures`).
 */
export async function followCustomers(ctx: TxCtx, before: OrderDto, after: OrderDto): Promise<void> {
  const changes = changesOf(before, after);
  if (changes.length === 0) return;
  await ctx.tx.execute(sql`
    insert into order_customer_changes
      (tenant_id, customer_id, currency, sale_count, return_count, total_minor, placed_at)
    select ${ctx.tenantId}::uuid, r."customerId", r.currency, r.sales, r.returns, r."totalMinor", r."placedAt"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r("customerId" uuid, currency text, sales int,
      returns int, "totalMinor" bigint, "placedAt" timestamptz)`);
  await enqueue(ctx, customersOrdered, {});
}

/**
 * The same for new orders, as two statements to run within theirs; undefined where there is nobody to follow.
 * @param fresh a relation of the new orders with `customerId`, `counts`, `currency`, `kind`, `totalMinor`, `placedAt`
 */
export function followingCustomers(
  ctx: TxCtx,
  orders: readonly Pick<Counted, 'status' | 'customerId'>[],
  fresh: Sql,
): { changes: Sql; work: Sql } | undefined {
  const followed = orders.some(({ status, customerId }) => customerId !== null && countsAsRevenue(status));
  if (!followed) return undefined;
  const changes = sql`
    insert into order_customer_changes
      (tenant_id, customer_id, currency, sale_count, return_count, total_minor, placed_at)
    select ${ctx.tenantId}::uuid, "customerId", currency, count(*) filter (where kind = 'sale'),
      count(*) filter (where kind = 'return'), sum("totalMinor"), max("placedAt")
    from ${fresh} where counts and "customerId" is not null group by "customerId", currency`;
  return { changes, work: laterWork(ctx, customersOrdered, {}) };
}
