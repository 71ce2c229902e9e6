import type { z } from 'zod';
import { priceOrder, type AdjustmentInput, type PricedProduct } from '../orders';
import type { TaxCode } from '../orders/totals';
import { invalid } from '../platform/errors';
import type { TaxTable } from '../taxes';
import type { ItemRow } from './columns';
import { priceDraft, type DraftAdjustment, type DraftItem, type PricedDraft, type Pricing } from './price';
import type { InvoiceItemInput } from './schemas';

type ItemInput = z.output<typeof InvoiceItemInput>;
type AdjustmentData = z.output<typeof AdjustmentInput>;

export interface Resolving {
  pricing: Pricing;
  products: ReadonlyMap<string, PricedProduct>;
  taxes: TaxTable;
  /** The local date (YYYY-MM-DD) whose tax rates hold. */
  date: string;
  /** Lines that the draft has already. */
  known: readonly ItemRow[];
}

/** A stored line as a line of a draft: parts of orders, invoices and deposits keep what they amount to. */
export const toDraftItem = (row: ItemRow): DraftItem => ({
  id: row.id,
  kind: row.kind,
  productId: row.productId,
  orderId: row.orderId,
  orderItemId: row.orderItemId,
  originalItemId: row.originalItemId,
  depositInvoiceId: row.depositInvoiceId,
  sku: row.sku,
  title: row.title,
  quantity: row.quantity,
  unit: row.unit,
  unitPrice: row.unitPrice,
  discountPercent: row.discountPercent,
  discountMinor: BigInt(row.discountMinor),
  knownMinor: row.orderId || row.originalItemId || row.depositInvoiceId ? BigInt(row.amountMinor) : null,
  taxCategoryId: row.taxCategoryId,
  taxCode: row.taxCode as TaxCode,
  taxRate: row.taxRate,
});

const asInput = (row: ItemRow, typed: ItemInput): ItemInput => ({
  productId: row.productId,
  sku: row.sku,
  title: row.title,
  unit: row.unit,
  unitPrice: row.unitPrice,
  ...(row.discountPercent === '0'
    ? row.discountMinor !== '0' && { discountAmount: row.discountMinor }
    : { discountPercent: row.discountPercent }),
  taxCategoryId: row.taxCategoryId,
  ...typed,
});

const priceFields = ['unitPrice', 'discountPercent', 'discountAmount'] as const;

/** What a typed line keeps of the line that it was: where it comes from, its tax and, unchanged, its amount. */
function keeping(item: DraftItem, row: ItemRow, typed: ItemInput): DraftItem {
  const before = toDraftItem(row);
  const sameAmount =
    typed.quantity === row.quantity && priceFields.every((field) => typed[field] === undefined);
  const sameTax = typed.taxCategoryId === undefined || typed.taxCategoryId === row.taxCategoryId;
  return {
    ...item,
    id: row.id,
    kind: row.kind,
    orderId: row.orderId,
    orderItemId: row.orderItemId,
    originalItemId: row.originalItemId,
    depositInvoiceId: row.depositInvoiceId,
    knownMinor: sameAmount ? before.knownMinor : null,
    ...(sameTax && before.knownMinor !== null && { taxCode: before.taxCode, taxRate: before.taxRate }),
  };
}

/**
 * Fills in what typed lines leave to product, company and the draft before, and computes every amount.
 * @throws AppError `invalid` naming the line
 */
export function resolveDraft(
  { pricing, products, taxes, date, known }: Resolving,
  items: readonly ItemInput[],
  adjustments: readonly AdjustmentData[],
): PricedDraft {
  const rows = new Map(known.map((row) => [row.id, row]));
  items.forEach((item, index) => {
    if (item.id && !rows.has(item.id)) throw invalid(`items.${index}.id`, 'unknown-line');
  });
  const rowOf = (item: ItemInput) => (item.id ? rows.get(item.id) : undefined);
  const full = items.map((item) => {
    const row = rowOf(item);
    return row ? asInput(row, item) : item;
  });
  const resolved = priceOrder({ kind: 'sale', ...pricing, date, items: full, adjustments }, products, taxes);
  const drafts = resolved.items.map((item, index): DraftItem => {
    const input = items[index];
    const row = input && rowOf(input);
    const free: DraftItem = {
      id: undefined,
      kind: 'item',
      orderId: null,
      orderItemId: null,
      originalItemId: null,
      depositInvoiceId: null,
      knownMinor: null,
      productId: item.productId,
      sku: item.sku,
      title: item.title,
      quantity: item.quantity,
      unit: item.unit,
      unitPrice: item.unitPrice,
      discountPercent: item.discountPercent,
      discountMinor: item.discountMinor,
      taxCategoryId: item.taxCategoryId,
      taxCode: item.taxCode,
      taxRate: item.taxRate,
    };
    return row && input ? keeping(free, row, input) : free;
  });
  return priceDraft(pricing, drafts, typedAdjustments(adjustments, taxes, date));
}

const typedAdjustments = (
  adjustments: readonly AdjustmentData[],
  taxes: TaxTable,
  date: string,
): DraftAdjustment[] =>
  adjustments.map((each) => {
    const tax = each.taxCategoryId ? taxes.find(each.taxCategoryId, date) : undefined;
    return {
      kind: each.kind,
      reason: each.reason,
      percent: each.percent ?? null,
      amountMinor: BigInt(each.amount ?? '0'),
      taxCategoryId: each.taxCategoryId ?? null,
      taxCode: tax?.code ?? null,
      taxRate: tax?.rate ?? null,
    };
  });
