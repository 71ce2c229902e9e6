import type { CreateOrderInput, OrderDto } from '@countinghouse/core/orders/schemas';
import type { OrderKind } from '@countinghouse/core/orders/states';
import { newId } from '@countinghouse/core/platform/ids';
import { previewTotals, type OrderTotals, type TaxCode } from '@countinghouse/core/orders/totals';
import {
  formatMinor,
  parseAmountInput,
  toMinor,
  type NumberFormat,
} from '@countinghouse/core/platform/money';
import { localDateTime, zonedToUtc } from '@countinghouse/core/platform/time';

/** A line as it is being typed: every field is text, and nothing is refused while typing. */
export interface DraftItem {
  key: string;
  id?: string;
  productId: string | null;
  sku: string;
  title: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  /** A fixed discount of an order made elsewhere, in minor units; kept as it is. */
  discountAmount: string;
  taxCategoryId: string;
}

export interface DraftAdjustment {
  key: string;
  kind: 'discount' | 'charge';
  reason: string;
  /** "10%" or an amount. */
  value: string;
  taxCategoryId: string | null;
}

export interface OrderDraft {
  kind: OrderKind;
  customerId: string | null;
  customerName: string;
  externalNumber: string;
  currency: string;
  /** `YYYY-MM-DDTHH:mm` in the reader's zone; empty means now. */
  placedAt: string;
  items: DraftItem[];
  adjustments: DraftAdjustment[];
  notes: string;
  tags: string[];
}

/** A tax category with the rate of today, for the choice in a line. */
export interface TaxChoice {
  id: string;
  name: string;
  code: TaxCode;
  rate: string;
  isDefault: boolean;
}

export interface DraftRules {
  taxes: readonly TaxChoice[];
  numberFormat: NumberFormat;
  timeZone: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
}

export const newKey = (): string => newId();

/** Keys of rows that were kept belong to a page that is gone. */
export const withFreshKeys = (draft: OrderDraft): OrderDraft => ({
  ...draft,
  items: draft.items.map((item) => ({ ...item, key: newKey() })),
  adjustments: draft.adjustments.map((each) => ({ ...each, key: newKey() })),
});

export const emptyItem = (rules: Pick<DraftRules, 'taxes'>): DraftItem => ({
  key: newKey(),
  productId: null,
  sku: '',
  title: '',
  quantity: '1',
  unit: 'C62',
  unitPrice: '',
  discountPercent: '',
  discountAmount: '',
  taxCategoryId: (rules.taxes.find((tax) => tax.isDefault) ?? rules.taxes[0])?.id ?? '',
});

/** A plain decimal as the reader types it: without groups. */
export const shown = (decimal: string, format: NumberFormat) =>
  format === 'point-comma' || format === 'space-comma' ? decimal.replace('.', ',') : decimal;

const unsigned = (decimal: string) => decimal.replace(/^-/, '');

/** A stored order as a draft; quantities of a return are shown without their sign. */
export function draftOf(order: OrderDto, rules: DraftRules): OrderDraft {
  const show = (decimal: string) => shown(decimal, rules.numberFormat);
  return {
    kind: order.kind,
    customerId: order.customer?.id ?? null,
    customerName: order.customer?.name ?? '',
    externalNumber: order.externalNumber ?? '',
    currency: order.total.currency,
    placedAt: localDateTime(new Date(order.placedAt), rules.timeZone).slice(0, 16).replace(' ', 'T'),
    items: order.items.map((item) => ({
      key: newKey(),
      id: item.id,
      productId: item.productId,
      sku: item.sku ?? '',
      title: item.title,
      quantity: show(order.kind === 'return' ? unsigned(item.quantity) : item.quantity),
      unit: item.unit,
      unitPrice: show(item.unitPrice),
      discountPercent: item.discountPercent === '0' ? '' : show(item.discountPercent),
      discountAmount:
        item.discountPercent === '0' && item.discount.amount !== '0' ? unsigned(item.discount.amount) : '',
      taxCategoryId: item.taxCategoryId,
    })),
    adjustments: order.adjustments.map((each) => ({
      key: newKey(),
      kind: each.kind,
      reason: each.reason,
      value: each.percent
        ? `${show(each.percent)}%`
        : show(majorOf(unsigned(each.amount.amount), order.total.currency)),
      taxCategoryId: each.taxCategoryId,
    })),
    notes: order.notes,
    tags: order.tags,
  };
}

function majorOf(minor: string, currency: string): string {
  return formatMinor(BigInt(minor), currency);
}

const decimal = (text: string, format: NumberFormat) => parseAmountInput(text, format) ?? text;

function quantityOf(item: DraftItem, kind: OrderKind, format: NumberFormat): string {
  const typed = decimal(item.quantity, format);
  return kind === 'return' && !typed.startsWith('-') ? `-${typed}` : typed;
}

function minorText(text: string, currency: string, format: NumberFormat): string {
  try {
    return toMinor(decimal(text, format), currency).toString();
  } catch {
    return text;
  }
}

function adjustmentInput(each: DraftAdjustment, currency: string, format: NumberFormat) {
  const percent = /^(.*)%\s*$/.exec(each.value)?.[1];
  return {
    kind: each.kind,
    reason: each.reason,
    ...(percent === undefined
      ? { amount: minorText(each.value, currency, format) }
      : { percent: decimal(percent.trim(), format) }),
    ...(each.taxCategoryId && { taxCategoryId: each.taxCategoryId }),
  };
}

/** What is sent to the server. What cannot be read as a number goes as it was typed, so that the server names it. */
export function inputOf(draft: OrderDraft, rules: DraftRules) {
  const { numberFormat: format } = rules;
  return {
    customerId: draft.customerId,
    externalNumber: draft.externalNumber.trim() || null,
    currency: draft.currency,
    ...(draft.placedAt && {
      placedAt: zonedToUtc(`${draft.placedAt.replace('T', ' ')}:00`, rules.timeZone).toISOString(),
    }),
    items: draft.items.map((item) => ({
      ...(item.id && { id: item.id }),
      productId: item.productId,
      sku: item.sku || null,
      title: item.title,
      quantity: quantityOf(item, draft.kind, format),
      unit: item.unit,
      unitPrice: decimal(item.unitPrice || '0', format),
      ...(item.discountPercent
        ? { discountPercent: decimal(item.discountPercent, format) }
        : item.discountAmount && { discountAmount: item.discountAmount }),
      taxCategoryId: item.taxCategoryId,
    })),
    adjustments: draft.adjustments.map((each) => adjustmentInput(each, draft.currency, format)),
    notes: draft.notes,
    tags: draft.tags,
  } satisfies Partial<CreateOrderInput>;
}

/** The totals of what is typed so far, or null while a field is half typed. The server computes its own. */
export function draftTotals(draft: OrderDraft, rules: DraftRules): OrderTotals | null {
  const input = inputOf(draft, rules);
  const taxOf = (id: string | undefined) => rules.taxes.find((tax) => tax.id === id);
  try {
    return previewTotals({
      kind: draft.kind,
      currency: draft.currency,
      pricesIncludeTax: rules.pricesIncludeTax,
      taxRounding: rules.taxRounding,
      lines: input.items.map((item) => ({
        quantity: item.quantity,
        unitPrice: item.unitPrice,
        ...('discountPercent' in item && { discountPercent: item.discountPercent }),
        ...('discountAmount' in item && { discountMinor: BigInt(item.discountAmount ?? '0') }),
        taxCode: taxOf(item.taxCategoryId)?.code ?? 'S',
        taxRate: taxOf(item.taxCategoryId)?.rate ?? '0',
      })),
      adjustments: input.adjustments.map((each) => {
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
