import { brandOf, companyProfile, fillText, sellerOf, textsFor, type CompanyProfileDto } from '../company';
import { tradeParts, type SnapshotAddress, type TradeSnapshot } from '../documents';
import type { PricedOrder } from '../orders';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { formatMoney } from '../platform/money';
import { formatDate, type Language } from '../platform/time';
import type { OfferDto } from './schemas';

interface BuyerRow {
  name: string;
  taxId: string | null;
  externalNumber: string | null;
  emails: string[];
  phones: string[];
  billingAddress: SnapshotAddress | null;
}

async function buyerOf(ctx: TxCtx, customerId: string): Promise<TradeSnapshot['buyer']> {
  const [row] = await ctx.tx.query<BuyerRow>(sql`
    select name, tax_id as "taxId", external_number as "externalNumber", emails, phones,
      billing_address as "billingAddress"
    from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid`);
  const address = row?.billingAddress;
  return {
    name: row?.name ?? '',
    address: address
      ? {
          line1: address.line1,
          line2: address.line2,
          city: address.city,
          region: address.region,
          postalCode: address.postalCode,
          country: address.country,
        }
      : null,
    vatId: row?.taxId ?? null,
    taxNumber: null,
    registrationNumber: null,
    customerNumber: row?.externalNumber ?? null,
    contactName: null,
    email: row?.emails[0] ?? null,
    phone: row?.phones[0] ?? null,
    website: null,
  };
}

/** Why there is no tax, by category and rate as `E 0`. */
async function exemptionReasons(ctx: TxCtx, priced: PricedOrder): Promise<Map<string, string | null>> {
  const used = [...priced.items, ...priced.adjustments].flatMap(({ taxCategoryId }) => taxCategoryId ?? []);
  const rows = await ctx.tx.query<{ id: string; reason: string | null }>(sql`
    select id, exemption_reason as reason from tax_categories
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${[...new Set(used)]}::uuid[])`);
  const byId = new Map(rows.map(({ id, reason }) => [id, reason]));
  return new Map(
    priced.items.map((item) => [
      `${item.taxCode} ${Number(item.taxRate)}`,
      byId.get(item.taxCategoryId) ?? null,
    ]),
  );
}

interface Wording {
  profile: CompanyProfileDto;
  offer: OfferDto;
  priced: PricedOrder;
  buyerName: string;
  issueDate: string;
  validUntil: string;
}

/** The texts with all that is known of them; the number is only given at the end. */
function wordsOf({ profile, offer, priced, buyerName, issueDate, validUntil }: Wording) {
  const language = offer.language as Language;
  const texts = textsFor(profile, language, 'offer');
  const date = (day: string) => formatDate(day, { language, dateFormat: 'dmy', timeZone: 'UTC' });
  const numberFormat = language === 'en' ? 'comma-point' : 'space-comma';
  const values = {
    date: date(issueDate),
    dueDate: date(validUntil),
    total: formatMoney(priced.totals.payableMinor, priced.currency, { numberFormat }),
    company: profile.legalName,
    customer: buyerName,
  };
  const fill = (text: string) => fillText(text, values);
  return {
    intro: fill(offer.intro),
    outro: fill(offer.outro),
    terms: fill(texts.terms),
    footer: fill(texts.footer),
  };
}

/** What an offer says once it is sent, but for its number. */
export async function snapshotOf(
  ctx: TxCtx,
  offer: OfferDto,
  priced: PricedOrder,
  { issueDate, validUntil }: { issueDate: string; validUntil: string },
): Promise<TradeSnapshot> {
  const [profile, buyer, reasons] = await Promise.all([
    companyProfile(ctx),
    buyerOf(ctx, offer.customer?.id ?? ''),
    exemptionReasons(ctx, priced),
  ]);
  const words = wordsOf({ profile, offer, priced, buyerName: buyer.name, issueDate, validUntil });
  return {
    schema: 1,
    kind: 'offer',
    language: offer.language as Language,
    issueDate,
    dueDate: null,
    validUntil,
    deliveryFrom: null,
    deliveryTo: null,
    seller: sellerOf(profile),
    buyer,
    deliverTo: null,
    buyerReference: offer.buyerReference,
    orderReference: null,
    orderNumbers: [],
    preceding: [],
    currency: priced.currency,
    pricesIncludeTax: priced.pricesIncludeTax,
    taxRounding: priced.taxRounding,
    ...tradeParts({
      pricesIncludeTax: priced.pricesIncludeTax,
      taxRounding: priced.taxRounding,
      lines: priced.items,
      adjustments: priced.adjustments,
      totals: priced.totals,
      exemptionReasons: reasons,
    }),
    deductions: [],
    taxCurrency: null,
    payment: { terms: words.terms, reference: '', accounts: [] },
    intro: words.intro,
    outro: words.outro,
    footer: words.footer,
    brand: brandOf(profile),
  };
}
