import type { TxCtx } from '../platform/context';
import { empty, sql, type Sql } from '../platform/db';
import { newId } from '../platform/ids';
import { searchText } from '../platform/search';
import { StartAgain } from '../platform/tx';
import type { PricedItem, PricedOrder } from './price';
import type { OrderKind } from './states';

// bigint has no JSON form of its own; Postgres reads the text.
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

export const orderSearchText = (
  number: string,
  externalNumber: string | null,
  customerTexts: readonly string[],
  items: readonly Pick<PricedItem, 'sku' | 'title'>[],
): string =>
  searchText([number, externalNumber, ...customerTexts, ...items.flatMap((item) => [item.sku, item.title])]);

export const adjustmentsJson = (priced: PricedOrder) =>
  priced.adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amountMinor: amountMinor.toString() }));

export const taxGroupsJson = (priced: PricedOrder) =>
  priced.totals.groups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => ({
    taxCode,
    taxRate,
    baseMinor: baseMinor.toString(),
    taxMinor: taxMinor.toString(),
  }));

/** A line as it is stored; amounts are texts, because bigint has no JSON form. */
const itemRow = (orderId: string, item: PricedItem, index: number) => ({
  id: item.id ?? newId(),
  orderId,
  position: index + 1,
  productId: item.productId,
  sku: item.sku,
  title: item.title,
  quantity: item.quantity,
  unit: item.unit,
  unitPrice: item.unitPrice,
  discountPercent: item.discountPercent,
  discountMinor: item.discountMinor.toString(),
  taxCategoryId: item.taxCategoryId,
  taxCode: item.taxCode,
  taxRate: item.taxRate,
  amountMinor: item.amountMinor.toString(),
});

export const itemRows = (orderId: string, items: readonly PricedItem[]) =>
  items.map((item, index) => itemRow(orderId, item, index));

type ItemRows = readonly ReturnType<typeof itemRow>[];

/**
 * The statement that writes lines of orders, to run beside or within another one.
 * @param orders a relation with the `id` of each order, where only the database knows whether it is there
 */
export const itemInsert = (ctx: TxCtx, rows: ItemRows, orders?: Sql): Sql => sql`
  insert into order_items (id, tenant_id, order_id, position, product_id, sku, title, quantity, unit, unit_price,
    discount_percent, discount_minor, tax_category_id, tax_code, tax_rate, amount_minor)
  select r.id, ${ctx.tenantId}::uuid, r."orderId", r.position, r."productId", r.sku, r.title, r.quantity, r.unit,
    r."unitPrice", r."discountPercent", r."discountMinor", r."taxCategoryId", r."taxCode", r."taxRate",
    r."amountMinor"
  from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "orderId" uuid, position int, "productId" uuid,
    sku text, title text, quantity numeric, unit text, "unitPrice" numeric, "discountPercent" numeric,
    "discountMinor" bigint, "taxCategoryId" uuid, "taxCode" text, "taxRate" numeric, "amountMinor" bigint)
  ${orders ? sql`join ${orders} o on o.id = r."orderId"` : empty}`;

export interface DayDelta {
  day: string;
  currency: string;
  kind: OrderKind;
  orders: number;
  totalMinor: bigint;
}

/** Adds up changes of the same day, in one order for all writers, so that two of them never deadlock. */
export function mergeDeltas(deltas: readonly DayDelta[]): DayDelta[] {
  const merged = new Map<string, DayDelta>();
  for (const delta of deltas) {
    const key = `${delta.day} ${delta.currency} ${delta.kind}`;
    const held = merged.get(key);
    merged.set(
      key,
      held
        ? { ...held, orders: held.orders + delta.orders, totalMinor: held.totalMinor + delta.totalMinor }
        : delta,
    );
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta);
}

/** Held shared by whoever adds to the sums of a company, alone by whoever counts them again. */
export const daysLock = (ctx: TxCtx) => sql`hashtextextended(${`order-days:${ctx.tenantId}`}, 0)`;

/**
 * Keeps the sums per day in step with the orders, in the same transaction.
 * @param timeZone of the company, by which the days of `deltas` were found
 * @throws StartAgain when the company has another time zone by now
 */
export async function addToDays(ctx: TxCtx, deltas: readonly DayDelta[], timeZone: string): Promise<void> {
  const merged = mergeDeltas(deltas).filter((delta) => delta.orders !== 0 || delta.totalMinor !== 0n);
  if (merged.length === 0) return;
  const written = await ctx.tx.execute(sql`
    with company as materialized (
      select time_zone, pg_advisory_xact_lock_shared(${daysLock(ctx)}) from tenants where id = ${ctx.tenantId}::uuid)
    insert into order_day_totals as t (tenant_id, day, currency, kind, order_count, total_minor)
    select ${ctx.tenantId}::uuid, r.day, r.currency, r.kind, r.orders, r."totalMinor"
    from company join jsonb_to_recordset(${toJson(merged)}::jsonb) as r(day date, currency text, kind text,
      orders int, "totalMinor" bigint) on company.time_zone = ${timeZone}
    on conflict (tenant_id, day, currency, kind) do update
      set order_count = t.order_count + excluded.order_count, total_minor = t.total_minor + excluded.total_minor`);
  if (written === 0) throw new StartAgain('the time zone of the company has changed');
}
