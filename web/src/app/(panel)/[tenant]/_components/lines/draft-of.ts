import type { OrderKind } from '@countinghouse/core/orders/states';
import { formatMinor, type MoneyJson } from '@countinghouse/core/platform/money';
import { newKey, shown, type LineRules, type LinesDraft } from './draft';

/** The part that orders, offers and invoices have in common. */
interface PricedRecord {
  total: MoneyJson;
  items: readonly {
    id: string;
    kind?: 'item' | 'deduction';
    productId: string | null;
    sku: string | null;
    title: string;
    quantity: string;
    unit: string;
    unitPrice: string;
    discountPercent: string;
    discount: MoneyJson;
    taxCategoryId: string;
  }[];
  adjustments: readonly {
    kind: 'discount' | 'charge';
    reason: string;
    percent: string | null;
    amount: MoneyJson;
    taxCategoryId: string | null;
  }[];
}

const unsigned = (decimal: string) => decimal.replace(/^-/, '');

/** The lines of a stored record as a draft; quantities of a return are shown without their sign. */
export function linesOf(record: PricedRecord, rules: LineRules, kind: OrderKind = 'sale'): LinesDraft {
  const show = (decimal: string) => shown(decimal, rules.numberFormat);
  const { currency } = record.total;
  return {
    currency,
    items: record.items.map((item) => ({
      key: newKey(),
      id: item.id,
      productId: item.productId,
      sku: item.sku ?? '',
      title: item.title,
      quantity: show(kind === 'return' ? unsigned(item.quantity) : item.quantity),
      unit: item.unit,
      unitPrice: show(item.unitPrice),
      discountPercent: item.discountPercent === '0' ? '' : show(item.discountPercent),
      discountAmount:
        item.discountPercent === '0' && item.discount.amount !== '0' ? unsigned(item.discount.amount) : '',
      taxCategoryId: item.taxCategoryId,
      ...(item.kind === 'deduction' && { locked: true }),
    })),
    adjustments: record.adjustments.map((each) => ({
      key: newKey(),
      kind: each.kind,
      reason: each.reason,
      value: each.percent
        ? `${show(each.percent)}%`
        : show(formatMinor(BigInt(unsigned(each.amount.amount)), currency)),
      taxCategoryId: each.taxCategoryId,
    })),
  };
}

/** The same lines for a record of their own: they belong to none yet. */
export const copiedLines = (draft: LinesDraft): LinesDraft => ({
  ...draft,
  items: draft.items.map(({ id: _, ...item }) => item),
});
