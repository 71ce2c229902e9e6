import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { newId } from '../platform/ids';
import { searchText } from '../platform/search';
import type { PricedDraft } from './price';
import type { InvoiceKind } from './states';

/** What a draft says beside its lines. Dates are texts (YYYY-MM-DD). */
export interface DraftFacts {
  customerId: string | null;
  language: string;
  issueDate: string | null;
  dueDate: string | null;
  paymentTermsDays: number;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  intro: string;
  outro: string;
  notes: string;
  tags: readonly string[];
  exchangeRate: string | null;
  exchangeRateDate: string | null;
  exchangeRateSource: string | null;
}

/** A draft to be written. */
export interface NewDraft {
  id: string;
  kind: InvoiceKind;
  originalInvoiceId: string | null;
  recurringInvoiceId: string | null;
  recurringPeriod: string | null;
  facts: DraftFacts;
  priced: PricedDraft;
  /** Name and e-mails of the customer, and numbers of orders, for the text search. */
  searchTexts: readonly string[];
}

const taxGroupsJson = ({ totals }: PricedDraft) =>
  totals.groups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => ({
    taxCode,
    taxRate,
    baseMinor: baseMinor.toString(),
    taxMinor: taxMinor.toString(),
  }));

const adjustmentsJson = ({ adjustments }: PricedDraft) =>
  adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amountMinor: amountMinor.toString() }));

const draftSearch = ({ priced, searchTexts }: Pick<NewDraft, 'priced' | 'searchTexts'>) =>
  searchText([...searchTexts, ...priced.items.flatMap(({ sku, title }) => [sku, title])]);

const pricedRow = (priced: PricedDraft) => ({
  currency: priced.currency,
  pricesIncludeTax: priced.pricesIncludeTax,
  taxRounding: priced.taxRounding,
  cashRoundingMinor: priced.cashRoundingMinor.toString(),
  adjustments: adjustmentsJson(priced),
  taxGroups: taxGroupsJson(priced),
  itemCount: priced.items.length,
  itemsMinor: priced.totals.itemsMinor.toString(),
  netMinor: priced.totals.netMinor.toString(),
  taxMinor: priced.totals.taxMinor.toString(),
  totalMinor: priced.totals.totalMinor.toString(),
  roundingMinor: priced.totals.roundingMinor.toString(),
  payableMinor: priced.totals.payableMinor.toString(),
});

const itemRows = (invoiceId: string, { items }: PricedDraft) =>
  items.map((item, index) => ({
    ...item,
    id: item.id ?? newId(),
    invoiceId,
    position: index + 1,
    knownMinor: undefined,
    discountMinor: item.discountMinor.toString(),
    amountMinor: item.amountMinor.toString(),
  }));

const itemInsert = (ctx: TxCtx, rows: ReturnType<typeof itemRows>): Sql => sql`
  insert into invoice_items (id, tenant_id, invoice_id, position, kind, product_id, order_id, order_item_id,
    original_item_id, deposit_invoice_id, sku, title, quantity, unit, unit_price, discount_percent, discount_minor,
    tax_category_id, tax_code, tax_rate, amount_minor)
  select r.id, ${ctx.tenantId}::uuid, r."invoiceId", r.position, r.kind, r."productId", r."orderId", r."orderItemId",
    r."originalItemId", r."depositInvoiceId", r.sku, r.title, r.quantity, r.unit, r."unitPrice",
    r."discountPercent", r."discountMinor", r."taxCategoryId", r."taxCode", r."taxRate", r."amountMinor"
  from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "invoiceId" uuid, position int, kind text,
    "productId" uuid, "orderId" uuid, "orderItemId" uuid, "originalItemId" uuid, "depositInvoiceId" uuid, sku text,
    title text, quantity numeric, unit text, "unitPrice" numeric, "discountPercent" numeric, "discountMinor" bigint,
    "taxCategoryId" uuid, "taxCode" text, "taxRate" numeric, "amountMinor" bigint)`;

/** Columns that a draft's facts and amounts fill, in the order of `draftValues`. */
const draftColumns = sql`
  customer_id, language, issue_date, due_date, payment_terms_days, delivery_from, delivery_to, buyer_reference,
  order_reference, intro, outro, notes, tags, exchange_rate, exchange_rate_date, exchange_rate_source, currency,
  prices_include_tax, tax_rounding, cash_rounding_minor, adjustments, tax_groups, item_count, items_minor, net_minor,
  tax_minor, total_minor, rounding_minor, payable_minor, search_text`;

const draftValues = sql`
  r."customerId", r.language, r."issueDate", r."dueDate", r."paymentTermsDays", r."deliveryFrom", r."deliveryTo",
  r."buyerReference", r."orderReference", r.intro, r.outro, r.notes, r.tags, r."exchangeRate",
  r."exchangeRateDate", r."exchangeRateSource", r.currency, r."pricesIncludeTax", r."taxRounding",
  r."cashRoundingMinor", r.adjustments, r."taxGroups", r."itemCount", r."itemsMinor", r."netMinor", r."taxMinor",
  r."totalMinor", r."roundingMinor", r."payableMinor", r."searchText"`;

const draftRecord = (rows: unknown): Sql => sql`
  json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, kind text, "originalInvoiceId" uuid,
    "recurringInvoiceId" uuid, "recurringPeriod" text, "customerId" uuid, language text, "issueDate" date,
    "dueDate" date, "paymentTermsDays" int, "deliveryFrom" date, "deliveryTo" date, "buyerReference" text,
    "orderReference" text, intro text, outro text, notes text, tags text[], "exchangeRate" numeric,
    "exchangeRateDate" date, "exchangeRateSource" text, currency text, "pricesIncludeTax" boolean,
    "taxRounding" text, "cashRoundingMinor" bigint, adjustments jsonb, "taxGroups" jsonb, "itemCount" int,
    "itemsMinor" bigint, "netMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, "roundingMinor" bigint,
    "payableMinor" bigint, "searchText" text)`;

const draftRow = (draft: Pick<NewDraft, 'facts' | 'priced' | 'searchTexts'>) => ({
  ...draft.facts,
  ...pricedRow(draft.priced),
  searchText: draftSearch(draft),
});

/** Writes new drafts with their lines. */
export async function insertDrafts(ctx: TxCtx, drafts: readonly NewDraft[]): Promise<void> {
  const rows = drafts.map((draft) => ({
    ...draftRow(draft),
    id: draft.id,
    kind: draft.kind,
    originalInvoiceId: draft.originalInvoiceId,
    recurringInvoiceId: draft.recurringInvoiceId,
    recurringPeriod: draft.recurringPeriod,
  }));
  await Promise.all([
    ctx.tx.execute(sql`
      insert into invoices (id, tenant_id, kind, original_invoice_id, recurring_invoice_id, recurring_period,
        ${draftColumns}, created_by, created_at, updated_at)
      select r.id, ${ctx.tenantId}::uuid, r.kind, r."originalInvoiceId", r."recurringInvoiceId", r."recurringPeriod",
        ${draftValues}, ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()}, ${ctx.clock()}
      from ${draftRecord(rows)}`),
    ctx.tx.execute(
      itemInsert(
        ctx,
        drafts.flatMap(({ id, priced }) => itemRows(id, priced)),
      ),
    ),
  ]);
}

/** Puts facts and lines in the place of a draft's present ones. */
export async function replaceDraft(
  ctx: TxCtx,
  invoiceId: string,
  draft: Pick<NewDraft, 'facts' | 'priced' | 'searchTexts'>,
): Promise<void> {
  await Promise.all([
    ctx.tx.execute(sql`
      update invoices set (${draftColumns}, version, updated_at) =
        (select ${draftValues}, version + 1, ${ctx.clock()}::timestamptz from ${draftRecord([draftRow(draft)])})
      where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`),
    ctx.tx.execute(sql`
      delete from invoice_items where tenant_id = ${ctx.tenantId}::uuid and invoice_id = ${invoiceId}::uuid`),
    ctx.tx.execute(itemInsert(ctx, itemRows(invoiceId, draft.priced))),
  ]);
}
