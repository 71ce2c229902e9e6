import { sql } from '../platform/db';
import type { TxCtx } from '../platform/context';
import { notFound } from '../platform/errors';
import type { OrderKind, OrderStatus } from '../orders';
import type { TaxCode } from '../orders/totals';
import type { InvoiceableItem } from './order-parts';

export interface InvoiceableOrderItem extends InvoiceableItem {
  productId: string | null;
  sku: string | null;
  title: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  discountMinor: bigint;
  taxCategoryId: string;
  taxCode: TaxCode;
  taxRate: string;
  amountMinor: bigint;
}

/** An order with all that its invoices are made of. */
export interface InvoiceableOrder {
  id: string;
  number: string;
  kind: OrderKind;
  status: OrderStatus;
  customerId: string | null;
  externalNumber: string | null;
  currency: string;
  placedAt: Date;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  itemsMinor: bigint;
  totalMinor: bigint;
  adjustments: {
    kind: 'discount' | 'charge';
    reason: string;
    percent: string | null;
    amountMinor: string;
    taxCategoryId: string | null;
  }[];
  items: InvoiceableOrderItem[];
}

type ItemRow = InvoiceableOrderItem & { orderId: string };

/**
 * Orders with their lines, locked in one order for all until the transaction ends.
 * @throws AppError `not-found` when the company lacks one of them
 */
export async function lockOrders(ctx: TxCtx, orderIds: readonly string[]): Promise<InvoiceableOrder[]> {
  const ids = [...new Set(orderIds)].sort();
  const [orders, items] = await Promise.all([
    ctx.tx.query<Omit<InvoiceableOrder, 'items'>>(sql`
      select id, number, kind, status, customer_id as "customerId", external_number as "externalNumber", currency,
        placed_at as "placedAt", prices_include_tax as "pricesIncludeTax", tax_rounding as "taxRounding",
        items_minor as "itemsMinor", total_minor as "totalMinor", adjustments
      from orders where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[]) order by id for no key update`),
    ctx.tx.query<ItemRow>(sql`
      select id, order_id as "orderId", product_id as "productId", sku, title, trim_scale(quantity)::text as quantity,
        unit, trim_scale(unit_price)::text as "unitPrice", trim_scale(discount_percent)::text as "discountPercent",
        discount_minor as "discountMinor", tax_category_id as "taxCategoryId", tax_code as "taxCode",
        trim_scale(tax_rate)::text as "taxRate", amount_minor as "amountMinor",
        trim_scale(fulfilled_quantity)::text as "fulfilledQuantity",
        trim_scale(invoiced_quantity)::text as "invoicedQuantity",
        trim_scale(credited_quantity)::text as "creditedQuantity"
      from order_items where tenant_id = ${ctx.tenantId}::uuid and order_id = any(${ids}::uuid[])
      order by order_id, position`),
  ]);
  if (orders.length < ids.length) throw notFound('order');
  const byOrder = new Map<string, ItemRow[]>();
  for (const item of items) {
    const those = byOrder.get(item.orderId);
    if (those) those.push(item);
    else byOrder.set(item.orderId, [item]);
  }
  return orders.map((order) => ({ ...order, items: byOrder.get(order.id) ?? [] }));
}

export interface OpenDepositItem {
  invoiceId: string;
  orderId: string;
  number: string;
  issueDate: string;
  pricesIncludeTax: boolean;
  taxCategoryId: string;
  taxCode: TaxCode;
  taxRate: string;
  /** Of its tax group, less what was credited of it. */
  baseMinor: bigint;
  taxMinor: bigint;
}

/**
 * Deposits of orders that were issued and that no invoice has deducted, by tax; locked until the transaction ends.
 * What was credited of them is off.
 */
export async function openDeposits(ctx: TxCtx, orderIds: readonly string[]): Promise<OpenDepositItem[]> {
  if (orderIds.length === 0) return [];
  return ctx.tx.query<OpenDepositItem>(sql`
    with deposits as materialized (
      select i.* from invoices i
      where i.tenant_id = ${ctx.tenantId}::uuid and i.kind = 'deposit' and i.state = 'issued'
        and i.deducted_by_id is null
        and i.id in (select l.invoice_id from invoice_items l
                     where l.tenant_id = ${ctx.tenantId}::uuid and l.order_id = any(${orderIds}::uuid[]))
      order by i.id for no key update)
    select d.id as "invoiceId", l.order_id as "orderId", d.number, d.issue_date::text as "issueDate",
      d.prices_include_tax as "pricesIncludeTax", l.tax_category_id as "taxCategoryId", l.tax_code as "taxCode",
      trim_scale(l.tax_rate)::text as "taxRate",
      (g.value->>'baseMinor')::bigint - coalesce(c.base, 0)::bigint as "baseMinor",
      (g.value->>'taxMinor')::bigint - coalesce(c.tax, 0)::bigint as "taxMinor"
    from deposits d
    join invoice_items l on l.tenant_id = d.tenant_id and l.invoice_id = d.id
    join lateral jsonb_array_elements(d.tax_groups) g(value)
      on g.value->>'taxCode' = l.tax_code and (g.value->>'taxRate')::numeric = l.tax_rate
    left join lateral (
      select sum((x.value->>'baseMinor')::bigint) as base, sum((x.value->>'taxMinor')::bigint) as tax
      from invoices n cross join lateral jsonb_array_elements(n.tax_groups) x(value)
      where n.tenant_id = d.tenant_id and n.original_invoice_id = d.id and n.state = 'issued'
        and x.value->>'taxCode' = l.tax_code and (x.value->>'taxRate')::numeric = l.tax_rate) c on true
    order by d.issue_date, d.number, l.position`);
}
