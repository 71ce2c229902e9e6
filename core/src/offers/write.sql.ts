import { customerTexts, type CustomerFacts } from '../customers';
import type { PricedOrder } from '../orders';
import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { newId } from '../platform/ids';
import { searchText } from '../platform/search';

/** What a draft says beside its prices. */
export interface DraftFacts {
  customer: CustomerFacts | null;
  language: string;
  validUntil: string | null;
  buyerReference: string | null;
  intro: string;
  outro: string;
  notes: string;
  tags: readonly string[];
}

/** What an offer is found by. */
export const offerSearchText = (
  number: string | null,
  facts: Pick<DraftFacts, 'customer' | 'buyerReference'>,
  items: readonly { sku: string | null; title: string }[],
): string =>
  searchText([
    number,
    facts.buyerReference,
    ...customerTexts(facts.customer),
    ...items.flatMap((item) => [item.sku, item.title]),
  ]);

const itemRows = (offerId: string, priced: PricedOrder) =>
  priced.items.map((item, index) => ({
    ...item,
    id: newId(),
    offerId,
    position: index + 1,
    discountMinor: item.discountMinor.toString(),
    amountMinor: item.amountMinor.toString(),
  }));

/** The statement that writes the lines of an offer. */
export const itemInsert = (ctx: TxCtx, offerId: string, priced: PricedOrder): Sql => sql`
  insert into offer_items (id, tenant_id, offer_id, position, product_id, sku, title, quantity, unit, unit_price,
    discount_percent, discount_minor, tax_category_id, tax_code, tax_rate, amount_minor)
  select r.id, ${ctx.tenantId}::uuid, r."offerId", r.position, r."productId", r.sku, r.title, r.quantity, r.unit,
    r."unitPrice", r."discountPercent", r."discountMinor", r."taxCategoryId", r."taxCode", r."taxRate",
    r."amountMinor"
  from json_to_recordset(${JSON.stringify(itemRows(offerId, priced))}::json) as r(id uuid, "offerId" uuid,
    position int, "productId" uuid, sku text, title text, quantity numeric, unit text, "unitPrice" numeric,
    "discountPercent" numeric, "discountMinor" bigint, "taxCategoryId" uuid, "taxCode" text, "taxRate" numeric,
    "amountMinor" bigint)`;

const adjustmentsJson = ({ adjustments }: PricedOrder) =>
  JSON.stringify(
    adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amountMinor: amountMinor.toString() })),
  );

const taxGroupsJson = ({ totals }: PricedOrder) =>
  JSON.stringify(
    totals.groups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => ({
      taxCode,
      taxRate,
      baseMinor: baseMinor.toString(),
      taxMinor: taxMinor.toString(),
    })),
  );

/** The statement that writes a new draft. */
export const draftInsert = (
  ctx: TxCtx,
  id: string,
  facts: DraftFacts,
  priced: PricedOrder,
  revisesId: string | null,
): Sql => sql`
  insert into offers (id, tenant_id, customer_id, language, currency, valid_until, buyer_reference, intro, outro, notes,
    tags, prices_include_tax, tax_rounding, adjustments, tax_groups, item_count, items_minor, net_minor, tax_minor,
    total_minor, revises_id, search_text, created_by, created_at, updated_at)
  values (${id}::uuid, ${ctx.tenantId}::uuid, ${facts.customer?.id ?? null}::uuid, ${facts.language}, ${priced.currency},
    ${facts.validUntil}::date, ${facts.buyerReference}, ${facts.intro}, ${facts.outro}, ${facts.notes},
    ${facts.tags}::text[], ${priced.pricesIncludeTax}, ${priced.taxRounding}, ${adjustmentsJson(priced)}::jsonb,
    ${taxGroupsJson(priced)}::jsonb, ${priced.items.length}, ${priced.totals.itemsMinor}::bigint,
    ${priced.totals.netMinor}::bigint, ${priced.totals.taxMinor}::bigint, ${priced.totals.totalMinor}::bigint,
    ${revisesId}::uuid, ${offerSearchText(null, facts, priced.items)},
    ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()}, ${ctx.clock()})`;

/** Writes what a draft says and costs, with its lines as they are now. */
export async function rewriteDraft(
  ctx: TxCtx,
  id: string,
  facts: DraftFacts,
  priced: PricedOrder,
): Promise<void> {
  await ctx.tx.execute(sql`
    update offers set customer_id = ${facts.customer?.id ?? null}::uuid, language = ${facts.language},
      currency = ${priced.currency}, valid_until = ${facts.validUntil}::date,
      buyer_reference = ${facts.buyerReference}, intro = ${facts.intro}, outro = ${facts.outro},
      notes = ${facts.notes}, tags = ${facts.tags}::text[], prices_include_tax = ${priced.pricesIncludeTax},
      adjustments = ${adjustmentsJson(priced)}::jsonb, tax_groups = ${taxGroupsJson(priced)}::jsonb,
      item_count = ${priced.items.length}, items_minor = ${priced.totals.itemsMinor}::bigint,
      net_minor = ${priced.totals.netMinor}::bigint, tax_minor = ${priced.totals.taxMinor}::bigint,
      total_minor = ${priced.totals.totalMinor}::bigint, search_text = ${offerSearchText(null, facts, priced.items)},
      version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
  await ctx.tx.execute(sql`
    delete from offer_items where tenant_id = ${ctx.tenantId}::uuid and offer_id = ${id}::uuid`);
  await ctx.tx.execute(itemInsert(ctx, id, priced));
}
