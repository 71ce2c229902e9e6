import type { OrderKind } from '@countinghouse/core/orders/states';
import { previewTotals, type OrderTotals } from '@countinghouse/core/orders/totals';
import { parseAmountInput, toMinor, type NumberFormat } from '@countinghouse/core/platform/money';
import type { DraftAdjustment, DraftItem, LineRules, LinesDraft } from './draft';

/** A number as the server reads it. What cannot be read goes as it was typed, so that the server names it. */
export const decimalInput = (text: string, format: NumberFormat) => parseAmountInput(text, format) ?? text;

/** An amount as minor units; what cannot be read goes as it was typed. */
export function minorInput(text: string, currency: string, format: NumberFormat): string {
  try {
    return toMinor(decimalInput(text, format), currency).toString();
  } catch {
    return text;
  }
}

function quantityOf(item: DraftItem, kind: OrderKind, format: NumberFormat): string {
  const typed = decimalInput(item.quantity, format);
  return kind === 'return' && !typed.startsWith('-') ? `-${typed}` : typed;
}

function adjustmentInput(each: DraftAdjustment, currency: string, format: NumberFormat) {
  const percent = /^(.*)%\s*$/.exec(each.value)?.[1];
  return {
    kind: each.kind,
    reason: each.reason,
    ...(percent === undefined
      ? { amount: minorInput(each.value, currency, format) }
      : { percent: decimalInput(percent.trim(), format) }),
    ...(each.taxCategoryId && { taxCategoryId: each.taxCategoryId }),
  };
}

const itemInput = (item: DraftItem, kind: OrderKind, format: NumberFormat) => ({
  ...(item.id && { id: item.id }),
  productId: item.productId,
  sku: item.sku || null,
  title: item.title,
  quantity: quantityOf(item, kind, format),
  unit: item.unit,
  unitPrice: decimalInput(item.unitPrice || '0', format),
  ...(item.discountPercent
    ? { discountPercent: decimalInput(item.discountPercent, format) }
    : item.discountAmount && { discountAmount: item.discountAmount }),
  taxCategoryId: item.taxCategoryId,
});

/** Lines and adjustments as the verbs of orders, offers and invoices take them. */
export function linesInput(
  { items, adjustments, currency }: LinesDraft,
  { numberFormat: format }: LineRules,
  kind: OrderKind = 'sale',
) {
  return {
    currency,
    items: items.map((item) =>
      item.locked && item.id
        ? { id: item.id, quantity: quantityOf(item, kind, format) }
        : itemInput(item, kind, format),
    ),
    adjustments: adjustments.map((each) => adjustmentInput(each, currency, format)),
  };
}

/** The totals of what is typed so far, or null while a field is half typed. The server computes its own. */
export function draftTotals(
  draft: LinesDraft,
  rules: LineRules,
  kind: OrderKind = 'sale',
): OrderTotals | null {
  const { currency } = draft;
  const { numberFormat: format, pricesIncludeTax, taxRounding } = rules;
  const taxOf = (id: string | undefined) => rules.taxes.find((tax) => tax.id === id);
  try {
    return previewTotals({
      kind,
      currency,
      pricesIncludeTax,
      taxRounding,
      lines: draft.items.map((each) => {
        const item = itemInput(each, kind, format);
        const tax = taxOf(item.taxCategoryId);
        return {
          quantity: item.quantity,
          unitPrice: item.unitPrice,
          ...('discountPercent' in item && { discountPercent: item.discountPercent }),
          ...('discountAmount' in item && { discountMinor: BigInt(item.discountAmount ?? '0') }),
          taxCode: tax?.code ?? 'S',
          taxRate: tax?.rate ?? '0',
        };
      }),
      adjustments: draft.adjustments.map((typed) => {
        const each = adjustmentInput(typed, currency, format);
        const tax = 'taxCategoryId' in each ? taxOf(each.taxCategoryId) : undefined;
        return {
          kind: each.kind,
          ...('percent' in each ? { percent: each.percent } : { amountMinor: BigInt(each.amount) }),
          ...(tax && { taxCode: tax.code, taxRate: tax.rate }),
        };
      }),
    }).totals;
  } catch {
    return null;
  }
}
