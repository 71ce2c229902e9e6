import type { z } from 'zod';
import { customerOf } from '../customers';
import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { offerInTenant, todayOf } from './internal';
import { adjustmentsAsInput, itemsAsInput, priceOffer } from './pricing';
import { UpdateOfferInput, type OfferDto } from './schemas';
import { rewriteDraft } from './write.sql';

type Patch = z.output<typeof UpdateOfferInput>;

/** What may change on an offer that was sent. */
const beside: ReadonlySet<string> = new Set(['notes', 'tags', 'archived']);

async function rewrite(ctx: TxCtx, before: OfferDto, patch: Patch): Promise<void> {
  const pick = <Key extends keyof Patch & keyof OfferDto>(key: Key) =>
    patch[key] === undefined ? before[key] : patch[key];
  const customerId = patch.customerId === undefined ? (before.customer?.id ?? null) : patch.customerId;
  const [customer, date] = await Promise.all([customerOf(ctx, customerId), todayOf(ctx)]);
  const priced = await priceOffer(ctx, {
    currency: patch.currency ?? before.total.currency,
    pricesIncludeTax: patch.pricesIncludeTax ?? before.pricesIncludeTax,
    taxRounding: before.taxRounding,
    date,
    items: patch.items ?? itemsAsInput(before),
    adjustments: patch.adjustments ?? adjustmentsAsInput(before),
  });
  const facts = {
    customer,
    language: patch.language ?? before.language,
    validUntil: pick('validUntil') ?? null,
    buyerReference: pick('buyerReference') ?? null,
    intro: patch.intro ?? before.intro,
    outro: patch.outro ?? before.outro,
    notes: before.notes,
    tags: before.tags,
  };
  await rewriteDraft(ctx, before.id, facts, priced);
}

const writeBeside = (ctx: TxCtx, before: OfferDto, patch: Patch, bump: boolean) =>
  ctx.tx.execute(sql`
    update offers set notes = ${patch.notes ?? before.notes}, tags = ${patch.tags ?? before.tags}::text[],
      archived_at = case when ${patch.archived ?? before.archived}::boolean
        then coalesce(archived_at, ${ctx.clock()}) end,
      version = version + ${bump ? 1 : 0}::int, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${before.id}::uuid`);

const auditable = ({ items, version: _v, updatedAt: _u, ...offer }: OfferDto) => ({
  ...offer,
  items: items.map(({ title, quantity, unitPrice, amount }) => ({
    title,
    quantity,
    unitPrice,
    amount: amount.amount,
  })),
});

/**
 * Changes a draft; of an offer that was sent, notes, tags and whether it is archived.
 * @param expectedVersion the version that the change was made on
 * @throws AppError `stale` when someone else was quicker, `conflict` (`offer-not-editable`)
 */
export async function updateOffer(
  ctx: Ctx,
  offerId: string,
  expectedVersion: number,
  input: UpdateOfferInput,
): Promise<OfferDto> {
  demand(ctx, 'offers:write');
  const patch = parse(UpdateOfferInput, input);
  return withTx(ctx, async (ctx) => {
    const before = await offerInTenant(ctx, offerId, true);
    if (before.version !== expectedVersion) throw stale();
    const rewritten = Object.entries(patch).some(([key, value]) => value !== undefined && !beside.has(key));
    if (rewritten && before.state !== 'draft') {
      throw conflict(
        'An offer that was sent cannot be changed. Make a new version of it.',
        'offer-not-editable',
      );
    }
    if (rewritten) await rewrite(ctx, before, patch);
    await writeBeside(ctx, before, patch, !rewritten);
    const after = await offerInTenant(ctx, offerId);
    await audit(ctx, {
      action: 'offer.update',
      entityType: 'offer',
      entityId: offerId,
      entityName: after.number ?? after.customer?.name,
      changes: differences(auditable(before), auditable(after)),
    });
    return after;
  });
}
