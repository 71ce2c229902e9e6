import { customerOf } from '../customers';
import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockedFor, offerInTenant, todayOf } from './internal';
import { repriceOffer } from './pricing';
import type { OfferDto } from './schemas';
import { draftInsert, itemInsert } from './write.sql';

/**
 * Drafts a new version of an offer that was sent. The old one stays as it is, and can be accepted, until the new one
 * is sent and takes its place. Asked again, it answers the draft that there is.
 * @throws AppError `conflict` for drafts and accepted offers
 */
export async function reviseOffer(ctx: Ctx, offerId: string): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  return withTx(ctx, async (ctx) => {
    const old = await offerInTenant(ctx, offerId, true);
    if (old.revisedBy) return offerInTenant(ctx, old.revisedBy.id);
    const offer = await lockedFor(ctx, offerId, 'supersede');
    const [customer, date] = await Promise.all([customerOf(ctx, offer.customer?.id), todayOf(ctx)]);
    const priced = await repriceOffer(ctx, offer, date);
    const id = newId();
    const validUntil = offer.validUntil && offer.validUntil > date ? offer.validUntil : null;
    await ctx.tx.execute(draftInsert(ctx, id, { ...offer, customer, validUntil }, priced, offer.id));
    await ctx.tx.execute(itemInsert(ctx, id, priced));
    await audit(ctx, {
      action: 'offer.revise',
      entityType: 'offer',
      entityId: id,
      entityName: offer.customer?.name,
      changes: { revises: { to: offer.number } },
    });
    return offerInTenant(ctx, id);
  });
}
