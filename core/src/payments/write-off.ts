import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { invalid, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { companyOf } from './book';
import { paymentPolicy } from './policy';
import { ApplyCreditInput, ApplyCreditsInput, WriteOffInput } from './schemas';
import { lockNamed, settle, type Settling } from './settle';

/** What the log keeps of each row. */
interface Kept {
  invoiceId: string;
  amount: string;
  action: string;
  reason: string;
}

/** Settles without a payment, and keeps a line in the log for each document. */
async function settleWithout(ctx: TxCtx, settling: Settling, rows: readonly Kept[]): Promise<void> {
  const documents = await lockNamed(ctx, settling);
  await settle(ctx, null, settling, documents, await companyOf(ctx));
  await audit(
    ctx,
    ...rows.map(({ invoiceId, amount, action, reason }) => {
      const document = documents.get(invoiceId);
      if (!document) throw invalid('invoiceId', 'unknown-document');
      return {
        action,
        entityType: 'invoice',
        entityId: invoiceId,
        entityName: document.number,
        changes: { amount: { to: { amount, currency: document.currency } }, reason: { to: reason } },
      };
    }),
  );
}

/**
 * Lets a difference go: a fee of the bank, a cash discount, a little that was paid too little.
 * @throws AppError `invalid` where the document is not issued, or less is open of it
 */
export async function writeOffDifference(ctx: Ctx, input: WriteOffInput): Promise<void> {
  demand(ctx, paymentPolicy.write);
  const data = parse(WriteOffInput, input);
  const settling = { allocations: [], credits: [], writeOffs: [data] };
  const kept = { ...data, action: 'payment.write-off', reason: data.note || data.kind };
  await withTx(ctx, (ctx) => settleWithout(ctx, settling, [kept]));
}

const applyInTx = (ctx: Ctx, credits: Settling['credits']): Promise<void> =>
  withTx(ctx, (ctx) =>
    settleWithout(
      ctx,
      { allocations: [], credits, writeOffs: [] },
      credits.map((each) => ({ ...each, action: 'payment.apply-credit', reason: '' })),
    ),
  );

/**
 * Lets a credit note settle an invoice of the same customer and currency.
 * @throws AppError `invalid` where they do not fit together, or less is open of one of them
 */
export async function applyCreditNote(ctx: Ctx, input: ApplyCreditInput): Promise<void> {
  demand(ctx, paymentPolicy.write);
  await applyInTx(ctx, [parse(ApplyCreditInput, input)]);
}

/**
 * Lets credit notes settle several invoices at once, all of them or none.
 * @throws AppError `invalid` naming the row (`credits.0.amount`)
 */
export async function applyCreditNotes(ctx: Ctx, input: ApplyCreditsInput): Promise<void> {
  demand(ctx, paymentPolicy.write);
  await applyInTx(ctx, parse(ApplyCreditsInput, input).credits);
}
