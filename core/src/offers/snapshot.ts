import { brandOf, companyProfile, filledTexts, sellerOf, textsFor, type CompanyProfileDto } from '../company';
import { buyerInTenant } from '../customers';
import { tradeParts, writing, type TradeSnapshot } from '../documents';
import type { PricedOrder } from '../orders';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import type { Language } from '../platform/time';
import type { OfferDto } from './schemas';

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

function wordsOf({ profile, offer, priced, buyerName, issueDate, validUntil }: Wording) {
  const language = offer.language as Language;
  const { date, money } = writing(language, profile.paper);
  const { terms, footer } = textsFor(profile, language, 'offer');
  return filledTexts(
    { intro: offer.intro, outro: offer.outro, terms, footer },
    {
      date: date(issueDate),
      dueDate: date(validUntil),
      total: money(priced.totals.payableMinor, priced.currency),
      company: profile.legalName,
      customer: buyerName,
    },
  );
}

/** What an offer says once it is sent, but for its number. */
export async function snapshotOf(
  ctx: TxCtx,
  offer: OfferDto,
  priced: PricedOrder,
  { issueDate, validUntil }: { issueDate: string; validUntil: string },
): Promise<TradeSnapshot> {
  const [profile, { buyer }, reasons] = await Promise.all([
    companyProfile(ctx),
    buyerInTenant(ctx, offer.customer?.id ?? ''),
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
