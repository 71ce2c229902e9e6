import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { decodeCursor, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { getTenant } from '../tenants';
import { orderPage } from './list.sql';
import { toSummary, type SummaryRow } from './rows';
import { ListOrdersInput, type OrderFilters, type OrderSort, type OrderSummaryDto } from './schemas';
import { searchOrders } from './search';

function sortValue(sort: OrderSort, order: OrderSummaryDto): string {
  if (sort.endsWith('number')) return order.number;
  return sort.endsWith('total') ? order.total.amount : order.placedAt;
}

/** Whether a bound is a whole day, which only the company's time zone makes an instant. */
const namesDays = ({ placedFrom, placedTo }: OrderFilters) =>
  placedFrom?.length === 10 || placedTo?.length === 10;

/** The list without filters is read along its index whatever the company: one plan is right for all. */
const isWhole = ({ archived, ...filters }: OrderFilters) =>
  archived === 'false' && Object.values(filters).every((value) => value === undefined);

/** One page of orders by keyset: as quick at the end of the list as at its beginning. */
export async function listOrders(ctx: Ctx, input: ListOrdersInput): Promise<Page<OrderSummaryDto>> {
  demand(ctx, 'orders:read');
  const { limit, cursor, sort, ...filters } = parse(ListOrdersInput, input);
  const after = cursor ? decodeCursor(cursor, sort) : undefined;
  const timeZone = namesDays(filters) ? (await getTenant(ctx)).timeZone : 'UTC';
  const wanted = { filters, sort, after, limit, timeZone };
  const rows = filters.q
    ? await searchOrders(ctx, wanted)
    : await readOne<SummaryRow>(ctx, orderPage(ctx, wanted), isWhole(filters) ? 'once' : 'each-time');
  return toPage(rows.map(toSummary), limit, sort, (order) => sortValue(sort, order));
}
