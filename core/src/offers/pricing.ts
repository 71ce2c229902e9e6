import type { z } from 'zod';
import {
  priceOrder,
  productsOf,
  type AdjustmentInput,
  type OrderItemInput,
  type PricedOrder,
} from '../orders';
import type { TxCtx } from '../platform/context';
import { loadTaxTable } from '../taxes';
import type { OfferDto } from './schemas';

/** The lines of a stored offer as if they had been typed again. */
export const itemsAsInput = (offer: OfferDto) =>
  offer.items.map((item) => ({
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

export const adjustmentsAsInput = (offer: OfferDto) =>
  offer.adjustments.map(({ kind, reason, percent, amount, taxCategoryId }) => ({
    kind,
    reason,
    ...(percent ? { percent } : { amount: amount.amount }),
    ...(taxCategoryId && { taxCategoryId }),
  }));

interface OfferPricing {
  currency: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  /** The local date (YYYY-MM-DD) whose tax rates hold. */
  date: string;
  items: readonly z.output<typeof OrderItemInput>[];
  adjustments: readonly z.output<typeof AdjustmentInput>[];
}

/** Prices the lines of an offer as those of an order. @throws AppError `invalid` naming the line */
export async function priceOffer(ctx: TxCtx, pricing: OfferPricing): Promise<PricedOrder> {
  const [taxes, products] = await Promise.all([loadTaxTable(ctx), productsOf(ctx, pricing.items)]);
  return priceOrder({ kind: 'sale', ...pricing }, products, taxes);
}

/** Prices a stored offer anew, with the tax rates of a date. */
export const repriceOffer = (ctx: TxCtx, offer: OfferDto, date: string): Promise<PricedOrder> =>
  priceOffer(ctx, {
    currency: offer.total.currency,
    pricesIncludeTax: offer.pricesIncludeTax,
    taxRounding: offer.taxRounding,
    date,
    items: itemsAsInput(offer),
    adjustments: adjustmentsAsInput(offer),
  });
