import { companyProfile } from '../company';
import { customerOf } from '../customers';
import { writeDocument } from '../documents';
import { takeNumber } from '../number-series';
import type { PricedOrder } from '../orders';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { addDays } from '../platform/time';
import { withTx } from '../platform/tx';
import { lockedFor, offerInTenant, todayOf } from './internal';
import { repriceOffer } from './pricing';
import type { OfferDto } from './schemas';
import { snapshotOf } from './snapshot';
import { isRevisable } from './states';
import { offerSearchText, rewriteDraft } from './write.sql';

/** The version before makes room. @throws AppError `conflict` when the customer has accepted it meanwhile */
async function supersede(ctx: TxCtx, revisedId: string, byNumber: string): Promise<void> {
  const revised = await offerInTenant(ctx, revisedId, true);
  if (!isRevisable(revised.state)) {
    throw conflict('The version before this one has been accepted.', 'offer-accepted');
  }
  await ctx.tx.execute(sql`
    update offers set state = 'superseded', closed_at = coalesce(closed_at, ${ctx.clock()}), version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${revised.id}::uuid`);
  await audit(ctx, {
    action: 'offer.supersede',
    entityType: 'offer',
    entityId: revised.id,
    entityName: revised.number ?? undefined,
    changes: { state: { from: revised.state, to: 'superseded' }, revisedBy: { to: byNumber } },
  });
}

/** The draft with today's tax rates. @throws AppError `invalid` for what an offer cannot be sent without */
async function finalPrices(ctx: TxCtx, offer: OfferDto, date: string): Promise<PricedOrder> {
  const customer = await customerOf(ctx, offer.customer?.id);
  if (!customer) throw invalid('customerId', 'needed');
  const priced = await repriceOffer(ctx, offer, date);
  await rewriteDraft(ctx, offer.id, { ...offer, customer }, priced);
  return priced;
}

interface Sent {
  documentId: string;
  number: string;
  issueDate: string;
  validUntil: string;
}

async function writeSent(ctx: TxCtx, offer: OfferDto, sent: Sent): Promise<void> {
  const customer = await customerOf(ctx, offer.customer?.id);
  await ctx.tx.execute(sql`
    update offers set state = 'sent', number = ${sent.number}, document_id = ${sent.documentId}::uuid,
      issue_date = ${sent.issueDate}::date, valid_until = ${sent.validUntil}::date, sent_at = ${ctx.clock()},
      search_text = ${offerSearchText(sent.number, { ...offer, customer }, offer.items)}, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${offer.id}::uuid`);
}

/**
 * Makes an offer out of a draft: it gets its number and a frozen document, and can be accepted until its last day. The
 * mail is sent apart, by `sharing`.
 * @throws AppError `conflict` when it is no draft, `invalid` without a customer or with a last day that is over
 */
export async function sendOffer(ctx: Ctx, offerId: string, expectedVersion?: number): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  return withTx(ctx, async (ctx) => {
    const draft = await lockedFor(ctx, offerId, 'send', expectedVersion);
    const [issueDate, { offerValidDays }] = await Promise.all([todayOf(ctx), companyProfile(ctx)]);
    const validUntil = draft.validUntil ?? addDays(issueDate, offerValidDays);
    if (validUntil < issueDate)
      throw invalid('validUntil', 'date-too-early', { values: { first: issueDate } });
    const priced = await finalPrices(ctx, draft, issueDate);
    const snapshot = await snapshotOf(ctx, draft, priced, { issueDate, validUntil });
    const number = await takeNumber(ctx, 'offer', issueDate);
    if (draft.revises) await supersede(ctx, draft.revises.id, number);
    const documentId = await writeDocument(ctx, number, snapshot, newId());
    await writeSent(ctx, draft, { documentId, number, issueDate, validUntil });
    await audit(ctx, {
      action: 'offer.send',
      entityType: 'offer',
      entityId: offerId,
      entityName: number,
      changes: {
        state: { from: 'draft', to: 'sent' },
        number: { to: number },
        total: { to: { amount: priced.totals.totalMinor, currency: priced.currency } },
      },
    });
    return offerInTenant(ctx, offerId);
  });
}
