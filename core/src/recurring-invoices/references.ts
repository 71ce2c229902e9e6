import { getOrder, type OrderDto } from '../orders';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid, isAppError } from '../platform/errors';
import type { InvoiceTemplate } from './schemas';

/** The order of a template: one that sells something. @throws AppError `invalid` */
export async function templateOrder(ctx: TxCtx, orderId: string): Promise<OrderDto> {
  const order = await getOrder(ctx, orderId).catch((error: unknown) => {
    throw isAppError(error) && error.code === 'not-found'
      ? invalid('templateOrderId', 'unknown-order')
      : error;
  });
  if (order.kind !== 'sale' || order.status === 'cancelled')
    throw invalid('templateOrderId', 'unknown-order');
  return order;
}

/** @throws AppError `invalid` when the company has no such customer */
export async function demandCustomer(ctx: TxCtx, customerId: string | undefined): Promise<string> {
  if (!customerId) throw invalid('customerId', 'needed');
  const rows = await ctx.tx.query(sql`
    select 1 from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid
      and archived_at is null for share`);
  if (rows.length === 0) throw invalid('customerId', 'unknown-customer');
  return customerId;
}

/** What an order sells, as lines of their own: the order itself knows nothing of the invoices made like it. */
export const templateFromOrder = (order: OrderDto): InvoiceTemplate => ({
  currency: order.total.currency,
  pricesIncludeTax: order.pricesIncludeTax,
  orderReference: order.externalNumber,
  tags: order.tags,
  items: order.items.map((item) => ({
    productId: item.productId,
    sku: item.sku,
    title: item.title,
    quantity: item.quantity,
    unit: item.unit,
    unitPrice: item.unitPrice,
    ...(item.discountPercent !== '0'
      ? { discountPercent: item.discountPercent }
      : item.discount.amount !== '0' && { discountAmount: item.discount.amount }),
    taxCategoryId: item.taxCategoryId,
  })),
  adjustments: order.adjustments.map((each) => ({
    kind: each.kind,
    reason: each.reason,
    ...(each.percent ? { percent: each.percent } : { amount: each.amount.amount }),
    ...(each.taxCategoryId && { taxCategoryId: each.taxCategoryId }),
  })),
});
