import { raw } from '../platform/db';
import { isoInstant } from '../platform/db';
import type { AdjustmentDto } from '../orders/schemas';
import type { OfferAnswerDto, OfferDto, OfferItemDto, OfferSummaryDto, RelatedOffer } from './schemas';
import { stateOn, type OfferState } from './states';

/** An offer as it comes from the list's SQL. */
export interface SummaryRow {
  id: string;
  state: OfferState;
  number: string | null;
  customer_id: string | null;
  customer_name: string | null;
  currency: string;
  issue_date: string | null;
  valid_until: string | null;
  net_minor: string;
  tax_minor: string;
  total_minor: string;
  sent_at: string | null;
  viewed_at: string | null;
  order_id: string | null;
  tags: string[];
  version: number;
  created_at: string;
  updated_at: string;
  archived: boolean;
}

/** What a `SummaryRow` takes from the offers `o`, but for the customer's name. */
export const summaryColumns = raw(`
  o.id, o.state, o.number, o.customer_id, o.currency, o.issue_date, o.valid_until, o.net_minor::text,
  o.tax_minor::text, o.total_minor::text, o.sent_at::text, o.viewed_at::text, o.order_id, o.tags, o.version,
  o.created_at::text, o.updated_at::text, o.archived_at is not null as archived`);

const instant = (text: string | null) => (text ? isoInstant(text) : null);

/** @param today the company's date, by which offers expire */
export function toSummary(row: SummaryRow, today: string): OfferSummaryDto {
  const money = (amount: string) => ({ amount, currency: row.currency });
  return {
    id: row.id,
    state: stateOn({ state: row.state, validUntil: row.valid_until }, today),
    number: row.number,
    customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
    issueDate: row.issue_date,
    validUntil: row.valid_until,
    net: money(row.net_minor),
    tax: money(row.tax_minor),
    total: money(row.total_minor),
    sentAt: instant(row.sent_at),
    viewedAt: instant(row.viewed_at),
    orderId: row.order_id,
    tags: row.tags,
    archived: row.archived,
    version: row.version,
    createdAt: isoInstant(row.created_at),
    updatedAt: isoInstant(row.updated_at),
  };
}

type AnswerRow = Omit<OfferAnswerDto, 'at'> & { at: string };
type RelatedRow = RelatedOffer & { validUntil: string | null };

export interface DetailRow extends SummaryRow {
  language: string;
  buyer_reference: string | null;
  intro: string;
  outro: string;
  notes: string;
  prices_include_tax: boolean;
  tax_rounding: 'group' | 'line';
  items_minor: string;
  adjustments: (Omit<AdjustmentDto, 'amount'> & { amountMinor: string })[];
  tax_groups: { taxCode: string; taxRate: string; baseMinor: string; taxMinor: string }[];
  document_id: string | null;
  closed_at: string | null;
  order_number: string | null;
  revises: RelatedRow | null;
  revised_by: RelatedRow | null;
  answer: AnswerRow | null;
}

const related = (alias: string) => `json_build_object('id', ${alias}.id, 'state', ${alias}.state,
  'number', ${alias}.number, 'validUntil', ${alias}.valid_until)`;

/** What a `DetailRow` takes from the offers `o`, their customer `c` and their order `d`. */
export const detailColumns = raw(`
  ${summaryColumns.text}, c.name as customer_name, o.language, o.buyer_reference, o.intro, o.outro, o.notes,
  o.prices_include_tax, o.tax_rounding, o.items_minor::text, o.adjustments, o.tax_groups, o.document_id,
  o.closed_at::text, d.number as order_number,
  (select ${related('p')} from offers p where p.tenant_id = o.tenant_id and p.id = o.revises_id) as revises,
  (select ${related('n')} from offers n where n.tenant_id = o.tenant_id and n.revises_id = o.id) as revised_by,
  (select json_build_object('answer', a.answer, 'via', a.via, 'name', a.name, 'comment', a.comment, 'ip', a.ip,
    'at', a.at) from offer_answers a where a.tenant_id = o.tenant_id and a.offer_id = o.id) as answer`);

export type ItemRow = Omit<OfferItemDto, 'discount' | 'amount'> & {
  discountMinor: string;
  amountMinor: string;
};

// Trailing zeros of the column's scale are not what was typed.
const plain = (column: string) => `trim_scale(${column})::text`;

/** What an `ItemRow` takes from offer_items. */
export const itemColumns = raw(`
  id, position, product_id as "productId", sku, title, ${plain('quantity')} as quantity, unit,
  ${plain('unit_price')} as "unitPrice", ${plain('discount_percent')} as "discountPercent",
  discount_minor::text as "discountMinor", tax_category_id as "taxCategoryId", tax_code as "taxCode",
  ${plain('tax_rate')} as "taxRate", amount_minor::text as "amountMinor"`);

const toRelated = (row: RelatedRow | null, today: string): RelatedOffer | null =>
  row && { id: row.id, state: stateOn(row, today), number: row.number };

const toAnswer = (row: AnswerRow | null): OfferAnswerDto | null =>
  row && { ...row, at: new Date(row.at).toISOString() };

/** @param today the company's date, by which offers expire */
export function toOffer(row: DetailRow, items: ItemRow[], today: string): OfferDto {
  const money = (amount: string) => ({ amount, currency: row.currency });
  return {
    ...toSummary(row, today),
    language: row.language,
    buyerReference: row.buyer_reference,
    intro: row.intro,
    outro: row.outro,
    notes: row.notes,
    pricesIncludeTax: row.prices_include_tax,
    taxRounding: row.tax_rounding,
    itemsTotal: money(row.items_minor),
    adjustments: row.adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amount: money(amountMinor) })),
    taxGroups: row.tax_groups.map(({ baseMinor, taxMinor, ...rest }) => ({
      ...rest,
      base: money(baseMinor),
      tax: money(taxMinor),
    })),
    items: items.map(({ discountMinor, amountMinor, ...rest }) => ({
      ...rest,
      discount: money(discountMinor),
      amount: money(amountMinor),
    })),
    documentId: row.document_id,
    order: row.order_id ? { id: row.order_id, number: row.order_number ?? '' } : null,
    revises: toRelated(row.revises, today),
    revisedBy: toRelated(row.revised_by, today),
    answer: toAnswer(row.answer),
    closedAt: instant(row.closed_at),
  };
}
