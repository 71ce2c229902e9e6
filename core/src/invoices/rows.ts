import { isoInstant } from '../platform/db';
import type { DetailRow, ItemRow, SummaryRow } from './columns';
import type { InvoiceDto, InvoiceSummaryDto } from './schemas';
import { isOverdue } from './states';

const instant = (text: string | null) => (text === null ? null : isoInstant(text));

/** @param today the company's date (YYYY-MM-DD), which decides what is overdue */
export function toSummary(row: SummaryRow, today: string): InvoiceSummaryDto {
  const money = (amount: string) => ({ amount, currency: row.currency });
  const open = row.state === 'issued' ? BigInt(row.payable_minor) - BigInt(row.settled_minor) : 0n;
  const { kind, state, payment_state: paymentState, due_date: dueDate } = row;
  return {
    id: row.id,
    kind,
    state,
    number: row.number,
    customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
    issueDate: row.issue_date,
    dueDate,
    overdue: isOverdue({ kind, state, paymentState, dueDate }, today),
    paymentState,
    net: money(row.net_minor),
    tax: money(row.tax_minor),
    total: money(row.total_minor),
    payable: money(row.payable_minor),
    open: money(open.toString()),
    sentAt: instant(row.sent_at),
    viewedAt: instant(row.viewed_at),
    tags: row.tags,
    version: row.version,
    createdAt: isoInstant(row.created_at),
    updatedAt: isoInstant(row.updated_at),
  };
}

type Related = Pick<
  InvoiceDto,
  'orders' | 'original' | 'creditNotes' | 'deposits' | 'deductedBy' | 'allocations'
>;

export function toInvoice(
  row: DetailRow,
  items: readonly ItemRow[],
  related: Related,
  today: string,
): InvoiceDto {
  const money = (amount: string) => ({ amount, currency: row.currency });
  const { exchange_rate: rate, tax_currency: currency } = row;
  return {
    ...toSummary(row, today),
    ...related,
    language: row.language,
    paymentTermsDays: row.payment_terms_days,
    deliveryFrom: row.delivery_from,
    deliveryTo: row.delivery_to,
    buyerReference: row.buyer_reference,
    orderReference: row.order_reference,
    intro: row.intro,
    outro: row.outro,
    notes: row.notes,
    pricesIncludeTax: row.prices_include_tax,
    taxRounding: row.tax_rounding,
    rounding: money(row.rounding_minor),
    exchangeRate:
      rate && currency
        ? {
            rate,
            date: row.exchange_rate_date ?? '',
            source: row.exchange_rate_source ?? '',
            currency,
            tax: row.tax_currency_tax_minor ? { amount: row.tax_currency_tax_minor, currency } : null,
          }
        : null,
    itemsTotal: money(row.items_minor),
    adjustments: row.adjustments.map(({ kind, reason, percent, amountMinor, taxCategoryId }) => ({
      kind,
      reason,
      percent,
      amount: money(amountMinor),
      taxCategoryId,
    })),
    taxGroups: row.tax_groups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => ({
      taxCode,
      taxRate,
      base: money(baseMinor),
      tax: money(taxMinor),
    })),
    items: items.map(({ discountMinor, amountMinor, creditedMinor: _, ...rest }) => ({
      ...rest,
      discount: money(discountMinor),
      amount: money(amountMinor),
    })),
    documentId: row.document_id,
    remindersPaused: row.reminders_paused,
    issuedAt: instant(row.issued_at),
    voidedAt: instant(row.voided_at),
    voidReason: row.void_reason,
  };
}
