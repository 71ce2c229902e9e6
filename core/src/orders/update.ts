import type { z } from 'zod';
import { customerOf, customerTexts } from '../customers';
import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, parse, stale, taken } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { duplicateField } from './conflicts';
import { followCustomers } from './follow';
import { orderInTenant } from './get';
import { dayDelta } from './insert';
import { priceOrder, type PricedOrder } from './price';
import { productsOf } from './references';
import { UpdateOrderInput, type OrderDto, type OrderItemDto } from './schemas';
import { isEditable } from './states';
import {
  addToDays,
  adjustmentsJson,
  itemInsert,
  itemRows,
  orderSearchText,
  taxGroupsJson,
  toJson,
} from './write.sql';

type Patch = z.output<typeof UpdateOrderInput>;

const priceFields = [
  'items',
  'adjustments',
  'currency',
  'placedAt',
  'pricesIncludeTax',
  'customerId',
] as const;

/** The lines of a stored order as if they had been typed again. */
const itemsAsInput = (order: OrderDto) =>
  order.items.map((item) => ({
    id: item.id,
    productId: item.productId,
    sku: item.sku,
    title: item.title,
    quantity: item.quantity,
    unit: item.unit,
    unitPrice: item.unitPrice,
    ...(item.discountPercent === '0'
      ? item.discount.amount !== '0' && { discountAmount: item.discount.amount }
      : { discountPercent: item.discountPercent }),
    taxCategoryId: item.taxCategoryId,
  }));

const adjustmentsAsInput = (order: OrderDto) =>
  order.adjustments.map(({ kind, reason, percent, amount, taxCategoryId }) => ({
    kind,
    reason,
    ...(percent ? { percent } : { amount: amount.amount }),
    ...(taxCategoryId && { taxCategoryId }),
  }));

async function reprice(ctx: TxCtx, order: OrderDto, patch: Patch, timeZone: string): Promise<PricedOrder> {
  const items = patch.items ?? itemsAsInput(order);
  const known = new Set(order.items.map((item) => item.id));
  items.forEach((item, index) => {
    if (order.kind === 'return' && !item.quantity.startsWith('-')) {
      throw invalid(`items.${index}.quantity`, 'return-quantity');
    }
    if (item.id && !known.has(item.id)) throw invalid(`items.${index}.id`, 'unknown-line');
  });
  const [taxes, products] = await Promise.all([loadTaxTable(ctx), productsOf(ctx, items)]);
  const placedAt = new Date(patch.placedAt ?? order.placedAt);
  return priceOrder(
    {
      kind: order.kind,
      currency: patch.currency ?? order.total.currency,
      pricesIncludeTax: patch.pricesIncludeTax ?? order.pricesIncludeTax,
      taxRounding: order.taxRounding,
      date: localDate(placedAt, timeZone),
      items,
      adjustments: patch.adjustments ?? adjustmentsAsInput(order),
    },
    products,
    taxes,
  );
}

async function writePriced(ctx: TxCtx, order: OrderDto, patch: Patch, priced: PricedOrder): Promise<void> {
  const customerId = patch.customerId === undefined ? (order.customer?.id ?? null) : patch.customerId;
  const customer = await customerOf(ctx, customerId);
  const externalNumber = patch.externalNumber === undefined ? order.externalNumber : patch.externalNumber;
  const { totals } = priced;
  const search = orderSearchText(order.number, externalNumber ?? null, customerTexts(customer), priced.items);
  await Promise.all([
    ctx.tx.execute(sql`
      update orders set customer_id = ${customer?.id ?? null}::uuid, currency = ${priced.currency},
        placed_at = ${new Date(patch.placedAt ?? order.placedAt)}, prices_include_tax = ${priced.pricesIncludeTax},
        adjustments = ${toJson(adjustmentsJson(priced))}::jsonb, tax_groups = ${toJson(taxGroupsJson(priced))}::jsonb,
        item_count = ${priced.items.length}, items_minor = ${totals.itemsMinor.toString()}::bigint,
        net_minor = ${totals.netMinor.toString()}::bigint, tax_minor = ${totals.taxMinor.toString()}::bigint,
        total_minor = ${totals.totalMinor.toString()}::bigint, search_text = ${search}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${order.id}::uuid`),
    ctx.tx.execute(sql`
      delete from order_items where tenant_id = ${ctx.tenantId}::uuid and order_id = ${order.id}::uuid`),
    ctx.tx.execute(itemInsert(ctx, itemRows(order.id, priced.items))),
  ]);
}

async function writePlain(ctx: TxCtx, order: OrderDto, patch: Patch): Promise<void> {
  const externalNumber = patch.externalNumber === undefined ? order.externalNumber : patch.externalNumber;
  const archivedAt = patch.archived === undefined ? order.archived : patch.archived;
  await ctx.tx
    .execute(
      sql`
      update orders set external_number = ${externalNumber}, notes = ${patch.notes ?? order.notes},
        tags = ${patch.tags ?? order.tags}::text[], version = version + 1, updated_at = ${ctx.clock()},
        archived_at = case when ${archivedAt}::boolean then coalesce(archived_at, ${ctx.clock()}) end
      where tenant_id = ${ctx.tenantId}::uuid and id = ${order.id}::uuid`,
    )
    .catch((error: unknown) => {
      if (duplicateField(error) === 'external_number') {
        throw taken('externalNumber', 'external-number-taken');
      }
      throw error;
    });
}

/** Whether an issued invoice stands on the line. */
export const isInvoiced = ({ invoicedQuantity, creditedQuantity }: OrderItemDto): boolean =>
  invoicedQuantity !== creditedQuantity;

export const orderInvoiced = () =>
  conflict(
    'This order has been invoiced, in whole or in part. Correct the invoice with a credit note.',
    'order-invoiced',
  );

const auditable = ({ items, version: _v, updatedAt: _u, ...order }: OrderDto) => ({
  ...order,
  items: items.map(({ title, quantity, unitPrice, amount }) => ({
    title,
    quantity,
    unitPrice,
    amount: amount.amount,
  })),
});

/**
 * Changes an order; lines and prices only until something has been delivered.
 * @param expectedVersion the version that the change was made on
 * @throws AppError `stale` when someone else was quicker; nothing is overwritten then
 */
export async function updateOrder(
  ctx: Ctx,
  orderId: string,
  expectedVersion: number,
  input: UpdateOrderInput,
): Promise<OrderDto> {
  demand(ctx, 'orders:write');
  const patch = parse(UpdateOrderInput, input);
  return withTx(ctx, async (ctx) => {
    const [before, tenant] = await Promise.all([orderInTenant(ctx, orderId, true), getTenant(ctx)]);
    if (before.version !== expectedVersion) throw stale();
    const repriced = priceFields.some((field) => patch[field] !== undefined);
    if (repriced && !isEditable(before.status)) {
      throw conflict(
        'Lines and prices cannot change any more: something has been delivered.',
        'order-not-editable',
      );
    }
    if (repriced && before.items.some(isInvoiced)) throw orderInvoiced();
    if (repriced) await writePriced(ctx, before, patch, await reprice(ctx, before, patch, tenant.timeZone));
    await writePlain(ctx, before, patch);
    const after = await orderInTenant(ctx, orderId);
    await Promise.all([
      addToDays(
        ctx,
        [...dayDeltaOf(before, tenant.timeZone, -1), ...dayDeltaOf(after, tenant.timeZone, 1)],
        tenant.timeZone,
      ),
      repriced && followCustomers(ctx, before, after),
      audit(ctx, {
        action: 'order.update',
        entityType: 'order',
        entityId: orderId,
        entityName: after.number,
        changes: differences(auditable(before), auditable(after)),
      }),
    ]);
    return after;
  });
}

/** What an order adds to the sums per day, or takes away with sign -1. */
export const dayDeltaOf = (order: OrderDto, timeZone: string, sign: 1 | -1) =>
  dayDelta(
    {
      kind: order.kind,
      status: order.status,
      placedAt: new Date(order.placedAt),
      currency: order.total.currency,
      totalMinor: BigInt(order.total.amount),
    },
    timeZone,
    sign,
  );
