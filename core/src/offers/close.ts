import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockedFor, offerInTenant } from './internal';
import type { OfferDto } from './schemas';

/** Withdraws an offer inside an open transaction; bulk actions use it, too. */
export async function withdrawInTx(ctx: TxCtx, offerId: string, expectedVersion?: number): Promise<OfferDto> {
  const offer = await lockedFor(ctx, offerId, 'withdraw', expectedVersion);
  await ctx.tx.execute(sql`
    update offers set state = 'withdrawn', closed_at = ${ctx.clock()}, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${offerId}::uuid`);
  await audit(ctx, {
    action: 'offer.withdraw',
    entityType: 'offer',
    entityId: offerId,
    entityName: offer.number ?? undefined,
    changes: { state: { from: offer.state, to: 'withdrawn' } },
  });
  return offerInTenant(ctx, offerId);
}

/** Takes an offer back that has not been answered. @throws AppError `conflict`, `stale` */
export async function withdrawOffer(ctx: Ctx, offerId: string, expectedVersion?: number): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  return withTx(ctx, (ctx) => withdrawInTx(ctx, offerId, expectedVersion));
}

/** Deletes a draft inside an open transaction. */
export async function deleteInTx(ctx: TxCtx, offerId: string, expectedVersion?: number): Promise<void> {
  const offer = await lockedFor(ctx, offerId, 'delete', expectedVersion);
  await ctx.tx.execute(sql`
    delete from offers where tenant_id = ${ctx.tenantId}::uuid and id = ${offerId}::uuid`);
  await audit(ctx, {
    action: 'offer.delete',
    entityType: 'offer',
    entityId: offerId,
    entityName: offer.customer?.name,
    changes: { total: { from: offer.total } },
  });
}

/** Throws a draft away; it never had a number. @throws AppError `conflict` when it is no draft, `stale` */
export async function deleteOffer(ctx: Ctx, offerId: string, expectedVersion?: number): Promise<void> {
  demand(ctx, 'offers:write');
  await withTx(ctx, (ctx) => deleteInTx(ctx, offerId, expectedVersion));
}
