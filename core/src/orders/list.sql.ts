import type { Ctx } from '../platform/context';
import { empty, join, raw, sql, type Sql } from '../platform/db';
import { atMost, boundOf, type Cursor, type SortKey } from '../platform/lists';
import { searchPattern } from '../platform/search';
import { addDays, startOfDay } from '../platform/time';
import type { OrderFilters, OrderSort } from './schemas';

/** Columns of a sort order and how a cursor's value is read back. */
const sortColumns: Record<string, { column: string; type: SortKey['type'] }> = {
  placedAt: { column: 'placed_at', type: 'timestamptz' },
  number: { column: 'number', type: 'text' },
  total: { column: 'total_minor', type: 'bigint' },
};

/** No order is from a later day. */
const LAST_DAY = '9999-12-31';
const nextDay = (date: string) => (date < LAST_DAY ? addDays(date, 1) : LAST_DAY);

// A bare date means the company's day: from its first moment, to the first moment of the next.
const from = (text: string, zone: string) => (text.length === 10 ? startOfDay(text, zone) : new Date(text));
const until = (text: string, zone: string) =>
  text.length === 10 ? startOfDay(nextDay(text), zone) : new Date(text);

/**
 * The view or table to read from: text and tag filters can use their indexes only through the view, which carries
 * the company's condition itself (ADR 0003).
 */
export const orderSource = (filters: OrderFilters): Sql =>
  filters.q || filters.tag ? sql`searchable_orders` : sql`orders`;

/** The WHERE of a list and of its export, on the alias `o`. */
export function orderConditions(ctx: Ctx, filters: OrderFilters, timeZone: string): Sql {
  const parts: Sql[] = [sql`o.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.archived !== 'all') {
    parts.push(filters.archived === 'true' ? sql`o.archived_at is not null` : sql`o.archived_at is null`);
  }
  if (filters.q) parts.push(sql`o.search_text like ${searchPattern(filters.q)}`);
  if (filters.tag) parts.push(sql`o.tags @> array[${filters.tag}]`);
  if (filters.status) parts.push(sql`o.status = any(${filters.status}::text[])`);
  if (filters.kind) parts.push(sql`o.kind = ${filters.kind}`);
  if (filters.customerId) parts.push(sql`o.customer_id = ${filters.customerId}::uuid`);
  if (filters.currency) parts.push(sql`o.currency = ${filters.currency}`);
  if (filters.ids) parts.push(sql`o.id = any(${filters.ids}::uuid[])`);
  if (filters.importId) parts.push(sql`o.import_id = ${filters.importId}::uuid`);
  if (filters.placedFrom) parts.push(sql`o.placed_at >= ${from(filters.placedFrom, timeZone)}`);
  if (filters.placedTo) parts.push(sql`o.placed_at < ${until(filters.placedTo, timeZone)}`);
  return join(parts, ' and ');
}

const sortOf = (sort: OrderSort) => {
  const descending = sort.startsWith('-');
  const found = sortColumns[descending ? sort.slice(1) : sort];
  if (!found) throw new Error(`no sort ${sort}`);
  return { ...found, direction: descending ? 'desc' : 'asc', compare: descending ? '<' : '>' };
};

/** The ORDER BY of a list and of its export. */
export function orderOrder(sort: OrderSort): Sql {
  const { column, direction } = sortOf(sort);
  return raw(`o.${column} ${direction}, o.id ${direction}`);
}

/** Continues after the last row of the page before. @throws AppError `invalid` for a cursor that was made up */
export function afterCursor(sort: OrderSort, cursor: Cursor | undefined): Sql {
  if (!cursor) return empty;
  const { column, type, compare } = sortOf(sort);
  const bound = sql`(${boundOf(cursor, type)}::${raw(type)}, ${cursor.id}::uuid)`;
  return sql`and (o.${raw(column)}, o.id) ${raw(compare)} ${bound}`;
}

export const summaryColumns = raw(`
  o.id, o.number, o.external_number, o.kind, o.status, o.customer_id, o.currency, o.placed_at::text, o.item_count,
  o.net_minor::text, o.tax_minor::text, o.total_minor::text, o.tags, o.version, o.created_at::text,
  o.updated_at::text, o.archived_at is not null as archived`);

export interface OrderPage {
  filters: OrderFilters;
  sort: OrderSort;
  after: Cursor | undefined;
  limit: number;
  timeZone: string;
}

const conditions = (ctx: Ctx, { filters, sort, after, timeZone }: OrderPage) =>
  sql`${orderConditions(ctx, filters, timeZone)} ${afterCursor(sort, after)}`;

/** Puts the customers' names beside the rows of a page. */
const named = (ctx: Ctx, sort: OrderSort, rows: Sql) => sql`
  select p.*, c.name as customer_name from (${rows}) p
  left join customers c on c.tenant_id = ${ctx.tenantId}::uuid and c.id = p.customer_id
  order by ${raw(orderOrder(sort).text.replaceAll('o.', 'p.').replace('total_minor', 'total_minor::bigint').replace('placed_at', 'placed_at::timestamptz'))}`;

/** The rows of one page and one more, which tells whether there is a next page. */
export const orderPage = (ctx: Ctx, page: OrderPage): Sql =>
  named(
    ctx,
    page.sort,
    sql`select ${summaryColumns} from ${orderSource(page.filters)} o where ${conditions(ctx, page)}
        order by ${orderOrder(page.sort)} ${atMost(page.limit + 1)}`,
  );

/** The same, looked for only among the first `most` orders of the list without its filters. */
export const orderPageNear = (ctx: Ctx, page: OrderPage, most: number): Sql =>
  named(
    ctx,
    page.sort,
    sql`select ${summaryColumns} from (
          select * from ${orderSource(page.filters)} o
          where o.tenant_id = ${ctx.tenantId}::uuid ${afterCursor(page.sort, page.after)}
          order by ${orderOrder(page.sort)} ${atMost(most)}) o
        where ${orderConditions(ctx, page.filters, page.timeZone)}
        order by ${orderOrder(page.sort)} ${atMost(page.limit + 1)}`,
  );

/** The same, out of whatever `most` orders are found first: `found` tells whether there are more. */
export const orderPageOutOf = (ctx: Ctx, page: OrderPage, most: number): Sql =>
  named(
    ctx,
    page.sort,
    sql`select ${summaryColumns}, count(*) over ()::int as found from (
          select * from ${orderSource(page.filters)} o where ${conditions(ctx, page)} ${atMost(most)}) o
        order by ${orderOrder(page.sort)} ${atMost(page.limit + 1)}`,
  );
