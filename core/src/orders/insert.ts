import { audit } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { newId } from '../platform/ids';
import { localDate } from '../platform/time';
import { followCustomers } from './follow';
import { patternOf, takeNumbers } from './numbers';
import { countsAsRevenue, orderKinds, type OrderKind } from './states';
import {
  addToDays,
  insertItemRows,
  insertOrderRows,
  itemRows,
  type DayDelta,
  type NewOrder,
} from './write.sql';

export type UnnumberedOrder = Omit<NewOrder, 'id' | 'number'>;

export const dayDelta = (
  order: Pick<NewOrder, 'kind' | 'status' | 'placedAt'> & { currency: string; totalMinor: bigint },
  timeZone: string,
  sign: 1 | -1 = 1,
): DayDelta[] =>
  countsAsRevenue(order.status)
    ? [
        {
          day: localDate(order.placedAt, timeZone),
          currency: order.currency,
          kind: order.kind,
          orders: sign,
          totalMinor: order.totalMinor * BigInt(sign),
        },
      ]
    : [];

/**
 * Gives orders their numbers. From here on other takers of the series wait, so little should follow.
 * @param patterns of the kinds' series, where they are known already
 */
export async function numberOrders(
  ctx: TxCtx,
  orders: readonly UnnumberedOrder[],
  timeZone: string,
  patterns: Partial<Record<OrderKind, string>> = {},
): Promise<NewOrder[]> {
  const numbered = new Map<UnnumberedOrder, string>();
  for (const kind of orderKinds) {
    const ofKind = orders.filter((order) => order.kind === kind);
    if (ofKind.length === 0) continue;
    const dates = ofKind.map((order) => localDate(order.placedAt, timeZone));
    const pattern = patterns[kind] ?? (await patternOf(ctx, kind));
    const numbers = await takeNumbers(ctx, kind, dates, pattern);
    ofKind.forEach((order, index) => numbered.set(order, numbers[index] ?? ''));
  }
  return orders.map((order) => ({ ...order, id: newId(), number: numbered.get(order) ?? '' }));
}

/** Writes numbered orders with lines, sums per day, audit rows and what follows them; the statements travel together. */
export async function writeOrders(
  ctx: TxCtx,
  numbered: readonly NewOrder[],
  timeZone: string,
): Promise<void> {
  const deltas = numbered.flatMap((order) =>
    dayDelta(
      { ...order, currency: order.priced.currency, totalMinor: order.priced.totals.totalMinor },
      timeZone,
    ),
  );
  await Promise.all([
    insertOrderRows(ctx, numbered),
    insertItemRows(
      ctx,
      numbered.flatMap((order) => itemRows(order.id, order.priced.items)),
    ),
    addToDays(ctx, deltas, timeZone),
    followCustomers(
      ctx,
      numbered.map((order) => order.customerId),
    ),
    audit(
      ctx,
      ...numbered.map((order) => ({
        action: order.importId ? 'order.import' : 'order.create',
        entityType: 'order',
        entityId: order.id,
        entityName: order.number,
        changes: {
          status: { to: order.status },
          total: { to: { amount: order.priced.totals.totalMinor, currency: order.priced.currency } },
          ...(order.externalNumber && { externalNumber: { to: order.externalNumber } }),
        },
      })),
    ),
  ]);
}

/**
 * Writes priced orders with numbers, lines, sums per day and audit rows: the way in for orders of imports and the
 * seed. The form and the API take the same two steps.
 */
export async function insertOrders(
  ctx: TxCtx,
  orders: readonly UnnumberedOrder[],
  timeZone: string,
): Promise<NewOrder[]> {
  const numbered = await numberOrders(ctx, orders, timeZone);
  await writeOrders(ctx, numbered, timeZone);
  return numbered;
}
