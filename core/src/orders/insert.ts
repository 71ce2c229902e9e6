import { patternOf } from '../number-series';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { localDate } from '../platform/time';
import { StartAgain } from '../platform/tx';
import { detailColumns, itemColumns, toOrder, type DetailRow, type ItemRow } from './get';
import { ordersWritten, type Patterns, type UnnumberedOrder } from './insert.sql';
import { seriesOf } from './numbers';
import type { OrderDto } from './schemas';
import { countsAsRevenue, orderKinds } from './states';
import type { DayDelta } from './write.sql';

export type { UnnumberedOrder } from './insert.sql';

export const dayDelta = (
  order: Pick<UnnumberedOrder, 'kind' | 'status' | 'placedAt'> & { currency: string; totalMinor: bigint },
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

const movedAway = () => new StartAgain('the time zone of the company has changed');

/**
 * Takes the next number of its series and writes a priced order with all that belongs to it. Other takers of the
 * series wait from here on, so nothing should follow but the commit.
 * @throws StartAgain when the company has another time zone by now
 */
export async function insertOrder(
  ctx: TxCtx,
  order: UnnumberedOrder,
  timeZone: string,
  pattern: string,
): Promise<OrderDto> {
  ctx.tx.letGoEarly();
  const [name = null] = order.customerTexts;
  const [row] = await ctx.tx.query<DetailRow & { items: ItemRow[] }>(sql`
    ${ordersWritten(ctx, [order], timeZone, { [order.kind]: pattern })}
    select ${detailColumns}, ${name}::text as customer_name,
      (select json_agg(l order by l.position) from (select ${itemColumns} from lines) l) as items
    from written o`);
  if (!row) throw movedAway();
  return toOrder(row, row.items);
}

async function patternsOf(ctx: TxCtx, orders: readonly UnnumberedOrder[]): Promise<Patterns> {
  const kinds = orderKinds.filter((kind) => orders.some((order) => order.kind === kind));
  return Object.fromEntries(
    await Promise.all(kinds.map(async (kind) => [kind, await patternOf(ctx, seriesOf(kind))] as const)),
  );
}

/**
 * Does the same for many orders, without reading them: the way in for imports and the seed.
 * @throws StartAgain when the company has another time zone by now
 */
export async function insertOrders(
  ctx: TxCtx,
  orders: readonly UnnumberedOrder[],
  timeZone: string,
): Promise<void> {
  const patterns = await patternsOf(ctx, orders);
  ctx.tx.letGoEarly();
  const [row] = await ctx.tx.query<{ count: number }>(sql`
    ${ordersWritten(ctx, orders, timeZone, patterns)} select count(*)::int as count from written`);
  if (row?.count !== orders.length) throw movedAway();
}
