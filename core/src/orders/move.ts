import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { orderInTenant } from './get';
import { followCustomers } from './follow';
import { left } from './quantities';
import { FulfilOrderInput, type OrderDto } from './schemas';
import { canMove, countsAsRevenue, statusAfter, type OrderMove, type OrderStatus } from './states';
import { dayDeltaOf, isInvoiced, orderInvoiced } from './update';
import { addToDays, toJson } from './write.sql';

const refusals: Record<OrderMove, string> = {
  place: 'Only a draft can be placed.',
  fulfil: 'Only a placed order can be delivered.',
  close: 'Only a delivered order can be closed.',
  cancel: 'An order can be cancelled until something has been delivered.',
};

async function writeStatus(
  ctx: TxCtx,
  order: OrderDto,
  status: OrderStatus,
  move: OrderMove,
): Promise<OrderDto> {
  const { timeZone } = await getTenant(ctx);
  await ctx.tx.execute(sql`
    update orders set status = ${status}, version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${order.id}::uuid`);
  const after = await orderInTenant(ctx, order.id);
  await Promise.all([
    addToDays(ctx, [...dayDeltaOf(order, timeZone, -1), ...dayDeltaOf(after, timeZone, 1)], timeZone),
    countsAsRevenue(order.status) !== countsAsRevenue(status) && followCustomers(ctx, order, after),
    audit(ctx, {
      action: `order.${move}`,
      entityType: 'order',
      entityId: order.id,
      entityName: order.number,
      changes: { status: { from: order.status, to: status } },
    }),
  ]);
  return after;
}

async function lockedFor(
  ctx: TxCtx,
  orderId: string,
  move: OrderMove,
  expectedVersion?: number,
): Promise<OrderDto> {
  const order = await orderInTenant(ctx, orderId, true);
  if (expectedVersion !== undefined && order.version !== expectedVersion) throw stale();
  if (move === 'cancel' && order.items.some(isInvoiced)) throw orderInvoiced();
  if (!canMove(order.status, move)) throw conflict(refusals[move], `cannot-${move}`);
  return order;
}

/** Moves an order inside an open transaction; bulk actions use it, too. */
export async function moveInTx(
  ctx: TxCtx,
  orderId: string,
  move: Exclude<OrderMove, 'fulfil'>,
  expectedVersion?: number,
): Promise<OrderDto> {
  const order = await lockedFor(ctx, orderId, move, expectedVersion);
  return writeStatus(ctx, order, statusAfter(order.status, move) ?? order.status, move);
}

const mover =
  (move: Exclude<OrderMove, 'fulfil'>) => async (ctx: Ctx, orderId: string, expectedVersion?: number) => {
    demand(ctx, 'orders:write');
    return withTx(ctx, (ctx) => moveInTx(ctx, orderId, move, expectedVersion));
  };

/** Turns a draft into an order. @throws AppError `conflict` when it is no draft, `stale` */
export const placeOrder = mover('place');
/** Ends an order of which something was delivered. @throws AppError `conflict`, `stale` */
export const closeOrder = mover('close');
/** Calls an order off before anything was delivered. @throws AppError `conflict`, `stale` */
export const cancelOrder = mover('cancel');

/**
 * Records what was delivered: the named quantities, or all that is left.
 * @throws AppError `invalid` naming the line of which more would be delivered than was ordered
 */
export async function fulfilOrder(
  ctx: Ctx,
  orderId: string,
  input: unknown = {},
  expectedVersion?: number,
): Promise<OrderDto> {
  demand(ctx, 'orders:write');
  const { items } = parse(FulfilOrderInput, input);
  return withTx(ctx, async (ctx) => {
    const order = await lockedFor(ctx, orderId, 'fulfil', expectedVersion);
    const now = new Map(items?.map((item, index) => [item.id, { quantity: item.quantity, index }]));
    for (const [id, { index }] of now) {
      if (!order.items.some((item) => item.id === id)) {
        throw invalid(`items.${index}.id`, 'unknown-line');
      }
    }
    const delivered = order.items.map((item) => {
      const given = items
        ? now.get(item.id)
        : { quantity: left(item.quantity, item.fulfilledQuantity) ?? '0', index: 0 };
      const rest = left(item.quantity, item.fulfilledQuantity, given?.quantity ?? '0');
      if (rest === null) {
        throw invalid(`items.${given?.index ?? 0}.quantity`, 'more-than-left');
      }
      return { id: item.id, quantity: given?.quantity ?? '0', complete: rest === '0' };
    });
    await ctx.tx.execute(sql`
      update order_items i set fulfilled_quantity = i.fulfilled_quantity + d.quantity
      from jsonb_to_recordset(${toJson(delivered)}::jsonb) as d(id uuid, quantity numeric)
      where i.tenant_id = ${ctx.tenantId}::uuid and i.id = d.id`);
    const complete = delivered.every((item) => item.complete);
    return writeStatus(ctx, order, statusAfter(order.status, 'fulfil', complete) ?? order.status, 'fulfil');
  });
}
