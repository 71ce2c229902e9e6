import { raw } from '../platform/db';
import type { AdjustmentDto } from '../orders/schemas';
import type { InvoiceItemDto } from './schemas';
import type { InvoiceKind, InvoiceState, PaymentState } from './states';

/** An invoice as it comes from the list's SQL; amounts and dates are texts. */
export interface SummaryRow {
  id: string;
  kind: InvoiceKind;
  state: InvoiceState;
  number: string | null;
  customer_id: string | null;
  customer_name: string | null;
  currency: string;
  issue_date: string | null;
  due_date: string | null;
  payment_state: PaymentState | null;
  net_minor: string;
  tax_minor: string;
  total_minor: string;
  payable_minor: string;
  settled_minor: string;
  sent_at: string | null;
  viewed_at: string | null;
  tags: string[];
  version: number;
  created_at: string;
  updated_at: string;
}

/** A discount or charge as it is stored; `taxCode` and `taxRate` where it has its own tax. */
export interface StoredAdjustment extends Omit<AdjustmentDto, 'amount'> {
  amountMinor: string;
  taxCode: string | null;
  taxRate: string | null;
}

export interface StoredTaxGroup {
  taxCode: string;
  taxRate: string;
  baseMinor: string;
  taxMinor: string;
}

export interface DetailRow extends SummaryRow {
  original_invoice_id: string | null;
  language: string;
  payment_terms_days: number;
  delivery_from: string | null;
  delivery_to: string | null;
  buyer_reference: string | null;
  order_reference: string | null;
  intro: string;
  outro: string;
  notes: string;
  prices_include_tax: boolean;
  tax_rounding: 'group' | 'line';
  cash_rounding_minor: string;
  rounding_minor: string;
  items_minor: string;
  exchange_rate: string | null;
  exchange_rate_date: string | null;
  exchange_rate_source: string | null;
  tax_currency: string | null;
  tax_currency_tax_minor: string | null;
  adjustments: StoredAdjustment[];
  tax_groups: StoredTaxGroup[];
  credited_net_minor: string;
  deducted_by_id: string | null;
  document_id: string | null;
  reminders_paused: boolean;
  issued_at: string | null;
  voided_at: string | null;
  void_reason: string | null;
}

export type ItemRow = Omit<InvoiceItemDto, 'discount' | 'amount'> & {
  discountMinor: string;
  amountMinor: string;
  creditedMinor: string;
};

/** What a `SummaryRow` takes from the invoices `i`. */
export const summaryColumns = raw(`
  i.id, i.kind, i.state, i.number, i.customer_id, i.currency, i.issue_date::text, i.due_date::text, i.payment_state,
  i.net_minor::text, i.tax_minor::text, i.total_minor::text, i.payable_minor::text, i.settled_minor::text,
  i.sent_at::text, i.viewed_at::text, i.tags, i.version, i.created_at::text, i.updated_at::text`);

/** What a `DetailRow` takes from the invoices `i`. */
export const detailColumns = raw(`
  ${summaryColumns.text}, i.original_invoice_id, i.language, i.payment_terms_days, i.delivery_from::text,
  i.delivery_to::text, i.buyer_reference, i.order_reference, i.intro, i.outro, i.notes, i.prices_include_tax,
  i.tax_rounding, i.cash_rounding_minor::text, i.rounding_minor::text, i.items_minor::text,
  trim_scale(i.exchange_rate)::text as exchange_rate, i.exchange_rate_date::text, i.exchange_rate_source,
  i.tax_currency, i.tax_currency_tax_minor::text, i.adjustments, i.tax_groups, i.credited_net_minor::text,
  i.deducted_by_id, i.document_id, i.reminders_paused, i.issued_at::text, i.voided_at::text, i.void_reason`);

// Trailing zeros of the column's scale are not what was typed.
const plain = (column: string) => `trim_scale(${column})::text`;

/** What an `ItemRow` takes from invoice_items. */
export const itemColumns = raw(`
  id, position, kind, product_id as "productId", order_id as "orderId", order_item_id as "orderItemId",
  original_item_id as "originalItemId", deposit_invoice_id as "depositInvoiceId", sku, title,
  ${plain('quantity')} as quantity, unit, ${plain('unit_price')} as "unitPrice",
  ${plain('discount_percent')} as "discountPercent", discount_minor::text as "discountMinor",
  tax_category_id as "taxCategoryId", tax_code as "taxCode", ${plain('tax_rate')} as "taxRate",
  amount_minor::text as "amountMinor", ${plain('credited_quantity')} as "creditedQuantity",
  credited_minor::text as "creditedMinor"`);
