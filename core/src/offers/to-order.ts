import { createOrder } from '../orders';
import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { offerInTenant } from './internal';
import { adjustmentsAsInput, itemsAsInput } from './pricing';
import type { OfferDto } from './schemas';

/**
 * Takes the order of an accepted offer: once and only once. Asked again, it answers the offer with the order there is.
 * @throws AppError `conflict` when the offer has not been accepted
 */
export async function orderOffer(ctx: Ctx, offerId: string): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  demand(ctx, 'orders:write');
  return withTx(ctx, async (ctx) => {
    const offer = await offerInTenant(ctx, offerId, true);
    if (offer.order) return offer;
    if (offer.state !== 'accepted') {
      throw conflict('Only an accepted offer becomes an order.', 'offer-not-accepted');
    }
    const order = await createOrder(ctx, {
      status: 'placed',
      customerId: offer.customer?.id ?? null,
      currency: offer.total.currency,
      pricesIncludeTax: offer.pricesIncludeTax,
      items: itemsAsInput(offer),
      adjustments: adjustmentsAsInput(offer),
      notes: offer.notes,
      tags: offer.tags,
    });
    await ctx.tx.execute(sql`
      update offers set order_id = ${order.id}::uuid, version = version + 1, updated_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${offerId}::uuid`);
    await audit(ctx, {
      action: 'offer.order',
      entityType: 'offer',
      entityId: offerId,
      entityName: offer.number ?? undefined,
      changes: { order: { to: order.number } },
    });
    return offerInTenant(ctx, offerId);
  });
}
