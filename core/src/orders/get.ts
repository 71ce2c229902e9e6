import type { Ctx, TxCtx } from '../platform/context';
import { raw, sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { summaryColumns } from './list.sql';
import { toSummary, type SummaryRow } from './rows';
import type { AdjustmentDto, OrderDto, OrderItemDto } from './schemas';

export interface DetailRow extends SummaryRow {
  prices_include_tax: boolean;
  tax_rounding: 'group' | 'line';
  items_minor: string;
  adjustments: (Omit<AdjustmentDto, 'amount'> & { amountMinor: string })[];
  tax_groups: { taxCode: string; taxRate: string; baseMinor: string; taxMinor: string }[];
  notes: string;
}

export type ItemRow = Omit<OrderItemDto, 'discount' | 'amount'> & {
  discountMinor: string;
  amountMinor: string;
};

// Trailing zeros of the column's scale are not what was typed.
const plain = (column: string) => `trim_scale(${column})::text`;

/** What an `ItemRow` takes from order_items. */
export const itemColumns = raw(`
  id, position, product_id as "productId", sku, title, ${plain('quantity')} as quantity, unit,
  ${plain('unit_price')} as "unitPrice", ${plain('discount_percent')} as "discountPercent",
  discount_minor::text as "discountMinor", tax_category_id as "taxCategoryId", tax_code as "taxCode",
  ${plain('tax_rate')} as "taxRate", amount_minor::text as "amountMinor",
  ${plain('fulfilled_quantity')} as "fulfilledQuantity", ${plain('invoiced_quantity')} as "invoicedQuantity",
  ${plain('credited_quantity')} as "creditedQuantity"`);

/** What a `DetailRow` takes from the orders `o`. */
export const detailColumns = raw(`
  ${summaryColumns.text}, o.prices_include_tax, o.tax_rounding, o.items_minor::text, o.adjustments, o.tax_groups,
  o.notes`);

const itemsOf = (ctx: TxCtx, orderId: string) =>
  ctx.tx.query<ItemRow>(sql`
    select ${itemColumns} from order_items where tenant_id = ${ctx.tenantId}::uuid and order_id = ${orderId}::uuid order by position`);

const orderOf = (ctx: TxCtx, orderId: string, lock: boolean) =>
  ctx.tx.query<DetailRow>(sql`
    select ${detailColumns}, c.name as customer_name
    from orders o left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = ${ctx.tenantId}::uuid and o.id = ${orderId}::uuid ${raw(lock ? 'for update of o' : '')}`);

export function toOrder(row: DetailRow, items: ItemRow[]): OrderDto {
  const money = (amount: string) => ({ amount, currency: row.currency });
  return {
    ...toSummary(row),
    pricesIncludeTax: row.prices_include_tax,
    taxRounding: row.tax_rounding,
    itemsTotal: money(row.items_minor),
    adjustments: row.adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amount: money(amountMinor) })),
    taxGroups: row.tax_groups.map(({ baseMinor, taxMinor, ...rest }) => ({
      ...rest,
      base: money(baseMinor),
      tax: money(taxMinor),
    })),
    notes: row.notes,
    items: items.map(({ discountMinor, amountMinor, ...rest }) => ({
      ...rest,
      discount: money(discountMinor),
      amount: money(amountMinor),
    })),
  };
}

/** An order of the company with its lines, locked until the transaction ends where `lock` is set. */
export async function orderInTenant(ctx: TxCtx, orderId: string, lock = false): Promise<OrderDto> {
  if (!isId(orderId)) throw notFound('order');
  const [[row], items] = await Promise.all([orderOf(ctx, orderId, lock), itemsOf(ctx, orderId)]);
  if (!row) throw notFound('order');
  return toOrder(row, items);
}

/** One order with its lines. @throws AppError `not-found` */
export async function getOrder(ctx: Ctx, orderId: string): Promise<OrderDto> {
  demand(ctx, 'orders:read');
  return withTx(ctx, (ctx) => orderInTenant(ctx, orderId));
}
