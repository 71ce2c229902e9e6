import type { z } from 'zod';
import { companyProfile, textsFor } from '../company';
import { customerOf, type CustomerFacts } from '../customers';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { languages, type Language } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { offerInTenant, todayOf } from './internal';
import { priceOffer } from './pricing';
import { CreateOfferInput, type OfferDto } from './schemas';
import { draftInsert, itemInsert, type DraftFacts } from './write.sql';

const known = (language: string | null | undefined): Language | undefined =>
  languages.find((each) => each === language);

async function factsOf(
  ctx: TxCtx,
  data: z.output<typeof CreateOfferInput>,
  customer: CustomerFacts | null,
): Promise<DraftFacts> {
  const [tenant, profile] = await Promise.all([getTenant(ctx), companyProfile(ctx)]);
  const language = data.language ?? known(customer?.language) ?? tenant.language;
  const texts = textsFor(profile, language, 'offer');
  return {
    customer,
    language,
    validUntil: data.validUntil ?? null,
    buyerReference: data.buyerReference ?? null,
    intro: data.intro ?? texts.intro,
    outro: data.outro ?? texts.outro,
    notes: data.notes ?? '',
    tags: data.tags ?? [],
  };
}

/**
 * Drafts an offer. Texts that are not given are the company's, in the customer's language.
 * @throws AppError `invalid` naming the field
 */
export async function createOffer(ctx: Ctx, input: CreateOfferInput): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  const data = parse(CreateOfferInput, input);
  return withTx(ctx, async (ctx) => {
    const [tenant, customer, date] = await Promise.all([
      getTenant(ctx),
      customerOf(ctx, data.customerId),
      todayOf(ctx),
    ]);
    const facts = await factsOf(ctx, data, customer);
    const priced = await priceOffer(ctx, {
      currency: data.currency ?? customer?.currency ?? tenant.currency,
      pricesIncludeTax: data.pricesIncludeTax ?? tenant.pricesIncludeTax,
      taxRounding: tenant.taxRounding,
      date,
      items: data.items,
      adjustments: data.adjustments ?? [],
    });
    const id = newId();
    await ctx.tx.execute(draftInsert(ctx, id, facts, priced, null));
    await ctx.tx.execute(itemInsert(ctx, id, priced));
    await audit(ctx, {
      action: 'offer.create',
      entityType: 'offer',
      entityId: id,
      ...(customer && { entityName: customer.name }),
      changes: { total: { to: { amount: priced.totals.totalMinor, currency: priced.currency } } },
    });
    return offerInTenant(ctx, id);
  });
}
