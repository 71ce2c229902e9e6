import type { z } from 'zod';
import { invalid } from '../platform/errors';
import type { TaxTable } from '../taxes';
import type { AdjustmentInput, OrderItemInput } from './schemas';
import type { OrderKind } from './states';
import { computeTotals, TotalsError, type LineTotals, type OrderTotals, type TaxCode } from './totals';

type ItemInput = z.output<typeof OrderItemInput>;
type AdjustmentInputData = z.output<typeof AdjustmentInput>;

/** What an order needs to know of a product. */
export interface PricedProduct {
  id: string;
  sku: string;
  name: string;
  unit: string;
  unitPrice: string;
  currency: string;
  taxCategoryId: string;
}

export interface PricingInput {
  kind: OrderKind;
  currency: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  /** The local date (YYYY-MM-DD) whose tax rates hold. */
  date: string;
  items: readonly ItemInput[];
  adjustments: readonly AdjustmentInputData[];
}

export interface PricedItem {
  id: string | undefined;
  productId: string | null;
  sku: string | null;
  title: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  /** Counts where there is no percentage. */
  discountMinor: bigint;
  taxCategoryId: string;
  taxCode: TaxCode;
  taxRate: string;
  amountMinor: bigint;
}

export interface PricedAdjustment {
  kind: 'discount' | 'charge';
  reason: string;
  percent: string | null;
  amountMinor: bigint;
  taxCategoryId: string | null;
}

export interface PricedOrder extends Pick<PricingInput, 'currency' | 'pricesIncludeTax' | 'taxRounding'> {
  items: PricedItem[];
  adjustments: PricedAdjustment[];
  totals: OrderTotals;
}

function resolveItem(
  item: ItemInput,
  index: number,
  input: PricingInput,
  products: Products,
  taxes: TaxTable,
) {
  const product = item.productId ? products.get(item.productId) : undefined;
  if (item.productId && !product) throw invalid(`items.${index}.productId`, 'unknown-product');
  if (product && !item.unitPrice && product.currency !== input.currency) {
    throw invalid(`items.${index}.unitPrice`, 'priced-in-other', { values: { currency: product.currency } });
  }
  const taxCategoryId = item.taxCategoryId ?? product?.taxCategoryId ?? taxes.defaultCategoryId;
  const tax = taxes.find(taxCategoryId, input.date);
  if (!tax) throw invalid(`items.${index}.taxCategoryId`, 'unknown-tax');
  return {
    id: item.id,
    productId: product?.id ?? null,
    sku: item.sku ?? product?.sku ?? null,
    title: item.title ?? product?.name ?? '',
    quantity: item.quantity,
    unit: item.unit ?? product?.unit ?? 'C62',
    unitPrice: item.unitPrice ?? product?.unitPrice ?? '0',
    discountPercent: item.discountPercent ?? '0',
    fixedDiscount: item.discountAmount,
    taxCategoryId,
    taxCode: tax.code,
    taxRate: tax.rate,
  };
}

type Products = ReadonlyMap<string, PricedProduct>;
type ResolvedItem = ReturnType<typeof resolveItem>;

function resolveAdjustment(each: AdjustmentInputData, index: number, date: string, taxes: TaxTable) {
  if (!each.taxCategoryId) return undefined;
  const tax = taxes.find(each.taxCategoryId, date);
  if (!tax) throw invalid(`adjustments.${index}.taxCategoryId`, 'unknown-tax');
  return tax;
}

/** Where the order's input keeps what the totals name. */
const inputPath = (path: string) =>
  path
    .replace(/^lines\b/, 'items')
    .replace(/\.discountMinor$/, '.discountAmount')
    .replace(/\.amountMinor$/, '.amount')
    .replace(/\.tax(?:Code|Rate)$/, '.taxCategoryId');

function totalsOf(input: PricingInput, items: ResolvedItem[], taxes: TaxTable): OrderTotals {
  try {
    return computeTotals({
      kind: input.kind,
      currency: input.currency,
      pricesIncludeTax: input.pricesIncludeTax,
      taxRounding: input.taxRounding,
      lines: items.map((item) => ({
        quantity: item.quantity,
        unitPrice: item.unitPrice,
        discountPercent: item.discountPercent,
        ...(item.fixedDiscount && { discountMinor: BigInt(item.fixedDiscount) }),
        taxCode: item.taxCode,
        taxRate: item.taxRate,
      })),
      adjustments: input.adjustments.map((each, index) => {
        const tax = resolveAdjustment(each, index, input.date, taxes);
        return {
          kind: each.kind,
          ...(each.percent && { percent: each.percent }),
          ...(each.amount && { amountMinor: BigInt(each.amount) }),
          ...(tax && { taxCode: tax.code, taxRate: tax.rate }),
        };
      }),
    });
  } catch (error) {
    if (error instanceof TotalsError) throw invalid(inputPath(error.path), error.code);
    throw error;
  }
}

const pricedItem = (item: ResolvedItem, totals: LineTotals | undefined): PricedItem => ({
  id: item.id,
  productId: item.productId,
  sku: item.sku,
  title: item.title,
  quantity: item.quantity,
  unit: item.unit,
  unitPrice: item.unitPrice,
  discountPercent: item.discountPercent,
  discountMinor: totals?.discountMinor ?? 0n,
  taxCategoryId: item.taxCategoryId,
  taxCode: item.taxCode,
  taxRate: item.taxRate,
  amountMinor: totals?.amountMinor ?? 0n,
});

/**
 * Fills in what lines leave to product and company, and computes every amount (EN 16931, rules.md 2). Pure: the
 * same lines always make the same order, whether they come from a form, the API or a file.
 * @throws AppError `invalid` naming the line
 */
export function priceOrder(input: PricingInput, products: Products, taxes: TaxTable): PricedOrder {
  const resolved = input.items.map((item, index) => resolveItem(item, index, input, products, taxes));
  const totals = totalsOf(input, resolved, taxes);
  return {
    currency: input.currency,
    pricesIncludeTax: input.pricesIncludeTax,
    taxRounding: input.taxRounding,
    totals,
    items: resolved.map((item, index) => pricedItem(item, totals.lines[index])),
    adjustments: input.adjustments.map((each, index) => ({
      kind: each.kind,
      reason: each.reason,
      percent: each.percent ?? null,
      amountMinor: totals.adjustments[index]?.amountMinor ?? 0n,
      taxCategoryId: each.taxCategoryId ?? null,
    })),
  };
}
