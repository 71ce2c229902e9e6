import type { PricedAdjustment, PricedItem } from '../orders';
import { invalid } from '../platform/errors';
import { computeTotals, TotalsError, type OrderTotals, type TaxCode } from '../orders/totals';
import type { StoredAdjustment } from './columns';

/** A line of a draft, with its tax found and where it comes from. */
export interface DraftItem extends Omit<PricedItem, 'amountMinor'> {
  kind: 'item' | 'deduction';
  orderId: string | null;
  orderItemId: string | null;
  originalItemId: string | null;
  depositInvoiceId: string | null;
  /** The amount, where it is a part of something that was priced as a whole; null where it follows from the price. */
  knownMinor: bigint | null;
}

/** A discount or charge of a draft: a percentage or an amount, spread or with its own tax. */
export interface DraftAdjustment extends PricedAdjustment {
  taxCode: TaxCode | null;
  taxRate: string | null;
}

export interface Pricing {
  currency: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  /** Smallest payable step in minor units; 1n is none. */
  cashRoundingMinor: bigint;
  /** Taxes that are known, by group as in `S 20`. */
  knownTaxes?: ReadonlyMap<string, bigint>;
}

export interface PricedDraft extends Pricing {
  items: (DraftItem & { amountMinor: bigint })[];
  adjustments: (DraftAdjustment & { amountMinor: bigint })[];
  totals: OrderTotals;
}

/** Where the input keeps what the totals name. */
const inputPath = (path: string) =>
  path
    .replace(/^lines\b/, 'items')
    .replace(/\.discountMinor$/, '.discountAmount')
    .replace(/\.amountMinor$/, '.amount')
    .replace(/\.tax(?:Code|Rate)$/, '.taxCategoryId');

/** The totals of lines and adjustments, by EN 16931. @throws AppError `invalid` naming the line */
export function totalsOf(
  pricing: Pricing,
  items: readonly DraftItem[],
  adjustments: readonly DraftAdjustment[],
): OrderTotals {
  try {
    return computeTotals({
      kind: 'sale',
      currency: pricing.currency,
      pricesIncludeTax: pricing.pricesIncludeTax,
      taxRounding: pricing.taxRounding,
      cashRounding: pricing.cashRoundingMinor,
      ...(pricing.knownTaxes && { knownTaxes: pricing.knownTaxes }),
      lines: items.map((item) => ({
        quantity: item.quantity,
        unitPrice: item.unitPrice,
        ...(item.discountPercent === '0'
          ? { discountMinor: item.discountMinor }
          : { discountPercent: item.discountPercent }),
        ...(item.knownMinor !== null && { amountMinor: item.knownMinor }),
        taxCode: item.taxCode,
        taxRate: item.taxRate,
      })),
      adjustments: adjustments.map(({ kind, percent, amountMinor, taxCode, taxRate }) => ({
        kind,
        ...(percent === null ? { amountMinor } : { percent }),
        ...(taxCode !== null && taxRate !== null && { taxCode, taxRate }),
      })),
    });
  } catch (error) {
    if (error instanceof TotalsError) throw invalid(inputPath(error.path), error.code);
    throw error;
  }
}

/** Computes every amount of a draft. Pure. @throws AppError `invalid` naming the line */
export function priceDraft(
  pricing: Pricing,
  items: readonly DraftItem[],
  adjustments: readonly DraftAdjustment[],
): PricedDraft {
  const totals = totalsOf(pricing, items, adjustments);
  return {
    ...pricing,
    totals,
    items: items.map((item, index) => ({
      ...item,
      discountMinor: totals.lines[index]?.discountMinor ?? 0n,
      amountMinor: totals.lines[index]?.amountMinor ?? 0n,
    })),
    adjustments: adjustments.map((each, index) => ({
      ...each,
      amountMinor: totals.adjustments[index]?.amountMinor ?? 0n,
    })),
  };
}

export const toDraftAdjustment = (stored: StoredAdjustment): DraftAdjustment => ({
  kind: stored.kind,
  reason: stored.reason,
  percent: stored.percent,
  amountMinor: BigInt(stored.amountMinor),
  taxCategoryId: stored.taxCategoryId,
  taxCode: stored.taxCode as TaxCode | null,
  taxRate: stored.taxRate,
});
