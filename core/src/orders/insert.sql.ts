import { numberParts, type NumberParts } from '../number-series';
import { auditInsert } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { empty, sql, type Sql } from '../platform/db';
import { newId } from '../platform/ids';
import { fold, searchText } from '../platform/search';
import { localDate } from '../platform/time';
import { followingCustomers } from './follow';
import { seriesOf } from './numbers';
import type { PricedOrder } from './price';
import { countsAsRevenue, type OrderKind, type OrderStatus } from './states';
import { adjustmentsJson, daysLock, itemInsert, itemRows, taxGroupsJson } from './write.sql';

/** One order to be written, priced; its number comes from its series. */
export interface UnnumberedOrder {
  kind: OrderKind;
  status: OrderStatus;
  externalNumber: string | null;
  customerId: string | null;
  /** Name and e-mails of the customer, for the text search. */
  customerTexts: readonly string[];
  placedAt: Date;
  priced: PricedOrder;
  notes: string;
  tags: readonly string[];
  importId?: string;
  importFingerprint?: string;
}

export type Patterns = Readonly<Partial<Record<OrderKind, string>>>;

// Stands where the count of a number will stand. Folding leaves it alone.
const hole = '\ue000';

function foldParts({ before, after }: NumberParts) {
  const [start = '', end = ''] = fold(before + hole + after).split(hole);
  return { foldedStart: start, foldedEnd: end };
}

const orderRow = (order: UnnumberedOrder, pattern: string, timeZone: string) => {
  const { priced } = order;
  const day = localDate(order.placedAt, timeZone);
  const number = numberParts(pattern, day);
  return {
    id: newId(),
    series: seriesOf(order.kind),
    period: number.period,
    numberStart: number.before,
    numberDigits: number.digits,
    numberEnd: number.after,
    ...foldParts(number),
    day,
    counts: countsAsRevenue(order.status),
    externalNumber: order.externalNumber,
    kind: order.kind,
    status: order.status,
    customerId: order.customerId,
    currency: priced.currency,
    placedAt: order.placedAt,
    pricesIncludeTax: priced.pricesIncludeTax,
    taxRounding: priced.taxRounding,
    adjustments: adjustmentsJson(priced),
    taxGroups: taxGroupsJson(priced),
    itemCount: priced.items.length,
    itemsMinor: priced.totals.itemsMinor.toString(),
    netMinor: priced.totals.netMinor.toString(),
    taxMinor: priced.totals.taxMinor.toString(),
    totalMinor: priced.totals.totalMinor.toString(),
    notes: order.notes,
    tags: order.tags,
    importId: order.importId ?? null,
    importFingerprint: order.importFingerprint ?? null,
    searchText: searchText([
      order.externalNumber,
      ...order.customerTexts,
      ...priced.items.flatMap((item) => [item.sku, item.title]),
    ]),
  };
};

type OrderRow = ReturnType<typeof orderRow>;

/** Counts the orders of each series and period: how many numbers are wanted, and the place of each order. */
function places(rows: readonly OrderRow[]) {
  const wanted = new Map<string, { series: string; period: string; count: number }>();
  const placed = rows.map((row) => {
    const { series, period } = row;
    const key = `${series} ${period}`;
    const count = (wanted.get(key)?.count ?? 0) + 1;
    wanted.set(key, { series, period, count });
    return { ...row, place: count };
  });
  return { placed, wanted: [...wanted.values()] };
}

const auditRecord = ({ id }: OrderRow, order: UnnumberedOrder) => ({
  action: order.importId ? 'order.import' : 'order.create',
  entityType: 'order',
  entityId: id,
  changes: {
    status: { to: order.status },
    total: { to: { amount: order.priced.totals.totalMinor, currency: order.priced.currency } },
    ...(order.externalNumber && { externalNumber: { to: order.externalNumber } }),
  },
});

// The company first: the lock on its days is taken before anything else is waited for, and where its time zone
// has changed, nothing is written. The rows of counters and days are taken in one order by all writers.
const numbering = (ctx: TxCtx, rows: readonly OrderRow[], timeZone: string): Sql => {
  const { placed, wanted } = places(rows);
  return sql`
    company as materialized (
      select time_zone, pg_advisory_xact_lock_shared(${daysLock(ctx)}) from tenants
      where id = ${ctx.tenantId}::uuid),
    wanted as materialized (
      select w.* from company join json_to_recordset(${JSON.stringify(wanted)}::json)
        as w(series text, period text, count bigint) on company.time_zone = ${timeZone}),
    counted as (
      insert into number_counters as c (tenant_id, kind, period, last_used)
      select ${ctx.tenantId}::uuid, series, period, count from wanted order by series, period
      on conflict (tenant_id, kind, period) do update set last_used = c.last_used + excluded.last_used
      returning kind, period, last_used),
    fresh as materialized (
      select r.*, r."numberStart" || n.padded || r."numberEnd" as number,
        concat_ws(E'\n', r."foldedStart" || n.padded || r."foldedEnd", nullif(r."searchText", '')) as search
      from json_to_recordset(${JSON.stringify(placed)}::json) as r(id uuid, series text, period text, place bigint,
        "numberStart" text, "numberDigits" int, "numberEnd" text, "foldedStart" text, "foldedEnd" text, day date,
        counts boolean, "externalNumber" text, kind text, status text, "customerId" uuid, currency text,
        "placedAt" timestamptz, "pricesIncludeTax" boolean, "taxRounding" text, adjustments jsonb,
        "taxGroups" jsonb, "itemCount" int, "itemsMinor" bigint, "netMinor" bigint, "taxMinor" bigint,
        "totalMinor" bigint, notes text, tags text[], "importId" uuid, "importFingerprint" text,
        "searchText" text)
      join wanted w on w.series = r.series and w.period = r.period
      join counted c on c.kind = r.series and c.period = r.period
      cross join lateral (select (c.last_used - w.count + r.place)::text as count) t
      cross join lateral (select lpad(t.count, greatest(r."numberDigits", length(t.count)), '0') as padded) n)`;
};

const orderInsert = (ctx: TxCtx): Sql => sql`
  insert into orders (id, tenant_id, number, external_number, kind, status, customer_id, currency, placed_at,
    prices_include_tax, tax_rounding, adjustments, tax_groups, item_count, items_minor, net_minor, tax_minor,
    total_minor, notes, tags, import_id, import_fingerprint, search_text, created_by, created_at, updated_at)
  select r.id, ${ctx.tenantId}::uuid, r.number, r."externalNumber", r.kind, r.status, r."customerId", r.currency,
    r."placedAt", r."pricesIncludeTax", r."taxRounding", r.adjustments, r."taxGroups", r."itemCount",
    r."itemsMinor", r."netMinor", r."taxMinor", r."totalMinor", r.notes, r.tags, r."importId",
    r."importFingerprint", r.search, ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()},
    ${ctx.clock()}
  from fresh r`;

const dayInsert = (ctx: TxCtx): Sql => sql`
  insert into order_day_totals as t (tenant_id, day, currency, kind, order_count, total_minor)
  select ${ctx.tenantId}::uuid, r.day, r.currency, r.kind, count(*), sum(r."totalMinor")::bigint
  from fresh r where r.counts group by r.day, r.currency, r.kind
  order by r.day, r.currency collate "C", r.kind collate "C"
  on conflict (tenant_id, day, currency, kind) do update
    set order_count = t.order_count + excluded.order_count, total_minor = t.total_minor + excluded.total_minor`;

/**
 * The WITH clause that numbers orders and writes them with their lines, sums per day, audit rows and what follows
 * them: one statement, because their series is locked from here on, and others wait. Its `written` and `lines` are
 * the new rows; nothing is written when the company is no longer in `timeZone`.
 */
export function ordersWritten(
  ctx: TxCtx,
  orders: readonly UnnumberedOrder[],
  timeZone: string,
  patterns: Patterns,
): Sql {
  const rows = orders.map((order) => orderRow(order, patterns[order.kind] ?? '', timeZone));
  const items = orders.flatMap(({ priced }, index) => itemRows(rows[index]?.id ?? '', priced.items));
  const records = orders.flatMap((order, index) => {
    const row = rows[index];
    return row ? [auditRecord(row, order)] : [];
  });
  const following = followingCustomers(ctx, orders, sql`fresh`);
  return sql`
    with ${numbering(ctx, rows, timeZone)},
    written as (${orderInsert(ctx)} returning *),
    lines as (${itemInsert(ctx, items, sql`fresh`)} returning *),
    days as (${dayInsert(ctx)}),
    recorded as (${auditInsert(ctx, records, sql`select id, number as name from fresh`)})
    ${following ? sql`, changed as (${following.changes}), following as (${following.work})` : empty}`;
}
