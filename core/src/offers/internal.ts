import type { Ctx, TxCtx } from '../platform/context';
import { raw, sql } from '../platform/db';
import { conflict, notFound, stale } from '../platform/errors';
import { isId } from '../platform/ids';
import { localDate } from '../platform/time';
import { getTenant } from '../tenants';
import { detailColumns, itemColumns, toOffer, type DetailRow, type ItemRow } from './rows';
import type { OfferDto } from './schemas';
import { canMove, type OfferMove } from './states';

/** The company's date now. */
export async function todayOf(ctx: Ctx): Promise<string> {
  return localDate(ctx.clock(), (await getTenant(ctx)).timeZone);
}

/** An offer of the company with its lines, locked until the transaction ends where `lock` is set. */
export async function offerInTenant(ctx: TxCtx, offerId: string, lock = false): Promise<OfferDto> {
  if (!isId(offerId)) throw notFound('offer');
  // What else is read of it must be as the lock finds it.
  if (lock) {
    await ctx.tx.query(sql`
      select 1 from offers where tenant_id = ${ctx.tenantId}::uuid and id = ${offerId}::uuid ${raw('for update')}`);
  }
  const [today, [row], items] = await Promise.all([
    todayOf(ctx),
    ctx.tx.query<DetailRow>(sql`
      select ${detailColumns} from offers o
        left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
        left join orders d on d.tenant_id = o.tenant_id and d.id = o.order_id
      where o.tenant_id = ${ctx.tenantId}::uuid and o.id = ${offerId}::uuid`),
    ctx.tx.query<ItemRow>(sql`
      select ${itemColumns} from offer_items
      where tenant_id = ${ctx.tenantId}::uuid and offer_id = ${offerId}::uuid order by position`),
  ]);
  if (!row) throw notFound('offer');
  return toOffer(row, items, today);
}

const refusals: Record<OfferMove, string> = {
  send: 'Only a draft can be sent.',
  accept: 'Only an offer that was sent and has not expired can be accepted.',
  decline: 'Only an offer that was sent and has not expired can be declined.',
  expire: 'Only an offer that was sent can expire.',
  withdraw: 'Only an offer that was sent and has not been answered can be withdrawn.',
  supersede: 'A draft can be edited, and an accepted offer stays as it is.',
  delete: 'Only a draft can be deleted.',
};

const reasonOf = {
  send: 'offer-not-draft',
  delete: 'offer-not-draft',
  accept: 'offer-not-open',
  decline: 'offer-not-open',
  expire: 'offer-not-open',
  withdraw: 'offer-not-open',
  supersede: 'offer-not-revisable',
} as const satisfies Record<OfferMove, string>;

/** @throws AppError `conflict` where the state on the company's today does not allow the move */
export function demandMove(offer: OfferDto, move: OfferMove): void {
  if (!canMove(offer.state, move)) throw conflict(refusals[move], reasonOf[move]);
}

/** The offer locked for a move. @throws AppError `not-found`, `stale`, `conflict` */
export async function lockedFor(
  ctx: TxCtx,
  offerId: string,
  move: OfferMove,
  expectedVersion?: number,
): Promise<OfferDto> {
  const offer = await offerInTenant(ctx, offerId, true);
  if (expectedVersion !== undefined && offer.version !== expectedVersion) throw stale();
  demandMove(offer, move);
  return offer;
}
