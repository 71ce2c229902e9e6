import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { offerInTenant } from './internal';
import type { OfferDto, RelatedOffer } from './schemas';

/** One offer with its lines. @throws AppError `not-found` */
export async function getOffer(ctx: Ctx, offerId: string): Promise<OfferDto> {
  demand(ctx, 'offers:read');
  return withTx(ctx, (ctx) => offerInTenant(ctx, offerId));
}

/** The offer that an order was made of, or null. */
export async function offerOfOrder(ctx: Ctx, orderId: string): Promise<RelatedOffer | null> {
  demand(ctx, 'offers:read');
  if (!isId(orderId)) return null;
  const [row] = await readOne<RelatedOffer>(
    ctx,
    sql`select id, state, number from offers
        where tenant_id = ${ctx.tenantId}::uuid and order_id = ${orderId}::uuid`,
  );
  return row ?? null;
}
