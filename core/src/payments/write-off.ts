import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { invalid, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { companyOf } from './book';
import { paymentPolicy } from './policy';
import { ApplyCreditInput, WriteOffInput } from './schemas';
import { lockNamed, settle, type Settling } from './settle';

/** Every fault stands in the only row: the caller knows it without the row's path. */
async function settleOne(
  ctx: Ctx,
  settling: Settling,
  invoiceId: string,
  record: { action: string; reason: string },
) {
  return withTx(ctx, async (ctx) => {
    const documents = await lockNamed(ctx, settling);
    const before = documents.get(invoiceId);
    if (!before) throw invalid('invoiceId', 'unknown-document');
    const amount = [...settling.credits, ...settling.writeOffs][0]?.amount ?? '0';
    await settle(ctx, null, settling, documents, await companyOf(ctx));
    await audit(ctx, {
      action: record.action,
      entityType: 'invoice',
      entityId: invoiceId,
      entityName: before.number,
      changes: { amount: { to: { amount, currency: before.currency } }, reason: { to: record.reason } },
    });
  });
}

/**
 * Lets a difference go: a fee of the bank, a cash discount, a little that was paid too little.
 * @throws AppError `invalid` where the document is not issued, or less is open of it
 */
export async function writeOffDifference(ctx: Ctx, input: WriteOffInput): Promise<void> {
  demand(ctx, paymentPolicy.write);
  const data = parse(WriteOffInput, input);
  const settling = { allocations: [], credits: [], writeOffs: [data] };
  await settleOne(ctx, settling, data.invoiceId, {
    action: 'payment.write-off',
    reason: data.note || data.kind,
  });
}

/**
 * Lets a credit note settle an invoice of the same customer and currency.
 * @throws AppError `invalid` where they do not fit together, or less is open of one of them
 */
export async function applyCreditNote(ctx: Ctx, input: ApplyCreditInput): Promise<void> {
  demand(ctx, paymentPolicy.write);
  const data = parse(ApplyCreditInput, input);
  const settling = { allocations: [], credits: [data], writeOffs: [] };
  await settleOne(ctx, settling, data.invoiceId, { action: 'payment.apply-credit', reason: '' });
}
