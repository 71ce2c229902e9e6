import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { demandMove, offerInTenant } from './internal';
import { AnswerOfferInput, type OfferAnswerDto, type OfferDto } from './schemas';

type Answer = OfferAnswerDto['answer'];

interface Answered extends AnswerOfferInput {
  answer: Answer;
  via: OfferAnswerDto['via'];
  ip?: string | undefined;
  userAgent?: string | undefined;
}

const moves = { accepted: 'accept', declined: 'decline' } as const;

async function write(ctx: TxCtx, offer: OfferDto, answered: Answered): Promise<OfferDto> {
  const { answer, via } = answered;
  const { name, comment } = parse(AnswerOfferInput, { name: answered.name, comment: answered.comment ?? '' });
  demandMove(offer, moves[answer]);
  await ctx.tx.execute(sql`
    insert into offer_answers (offer_id, tenant_id, answer, via, name, comment, content_hash, ip, user_agent,
      recorded_by, at)
    select ${offer.id}::uuid, tenant_id, ${answer}, ${via}, ${name}, ${comment}, content_hash, ${answered.ip ?? null},
      ${answered.userAgent?.slice(0, 400) ?? null}, ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid,
      ${ctx.clock()}
    from documents where tenant_id = ${ctx.tenantId}::uuid and id = ${offer.documentId}::uuid`);
  await ctx.tx.execute(sql`
    update offers set state = ${answer}, closed_at = ${ctx.clock()}, version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${offer.id}::uuid`);
  await audit(ctx, {
    action: `offer.${moves[answer]}`,
    entityType: 'offer',
    entityId: offer.id,
    entityName: offer.number ?? undefined,
    changes: { state: { from: offer.state, to: answer }, answeredBy: { to: name } },
  });
  return offerInTenant(ctx, offer.id);
}

const recorder =
  (answer: Answer) =>
  async (ctx: Ctx, offerId: string, input: AnswerOfferInput, expectedVersion?: number): Promise<OfferDto> => {
    demand(ctx, 'offers:write');
    return withTx(ctx, async (ctx) => {
      const offer = await offerInTenant(ctx, offerId, true);
      if (expectedVersion !== undefined && offer.version !== expectedVersion) throw stale();
      const ip = ctx.actor.type === 'system' ? undefined : ctx.actor.ip;
      return write(ctx, offer, { ...parse(AnswerOfferInput, input), answer, via: 'company', ip });
    });
  };

/** Records that the customer has accepted, by phone say. @throws AppError `conflict` (`offer-not-open`), `stale` */
export const acceptOffer = recorder('accepted');
/** Records that the customer has declined. @throws AppError `conflict` (`offer-not-open`), `stale` */
export const declineOffer = recorder('declined');

export interface PageAnswer extends AnswerOfferInput {
  answer: Answer;
  ip: string | undefined;
  userAgent: string | undefined;
}

/**
 * Records what the customer answered on the page of the document; the second click of the same answer changes nothing.
 * For `sharing`, which has checked the link.
 * @throws AppError `conflict` (`offer-not-open`) when it is expired, withdrawn, replaced or answered otherwise
 */
export async function answerOfferOnPage(
  ctx: TxCtx,
  documentId: string,
  input: PageAnswer,
): Promise<OfferDto> {
  const [found] = await ctx.tx.query<{ id: string }>(sql`
    select id from offers where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid`);
  if (!found) throw notFound('offer');
  const offer = await offerInTenant(ctx, found.id, true);
  if (offer.answer?.answer === input.answer) return offer;
  return write(ctx, offer, { ...input, via: 'page' });
}
