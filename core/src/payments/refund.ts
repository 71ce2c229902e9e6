import type { z } from 'zod';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { bookPayment, demandBooked, type NewPayment } from './book';
import { lockDocuments } from './open-documents';
import { paymentPolicy } from './policy';
import { paymentInTenant, toPayment, type PaymentRow } from './rows';
import { RefundInput, type PaymentDto } from './schemas';

type Refund = z.output<typeof RefundInput> &
  Pick<NewPayment, 'bankTransactionId' | 'alsoFoundBy'> & { currency?: string };

const nothing = { allocations: [], credits: [], writeOffs: [] };

async function ofCreditNote(ctx: TxCtx, creditNoteId: string, refund: Refund): Promise<PaymentRow> {
  const credit = (await lockDocuments(ctx, [creditNoteId])).get(creditNoteId);
  if (credit?.kind !== 'credit_note') throw invalid('creditNoteId', 'unknown-document');
  if (refund.currency && refund.currency !== credit.currency) {
    throw invalid('creditNoteId', 'currency-differs', { values: { currency: credit.currency } });
  }
  if (BigInt(refund.amount) > credit.openMinor) throw invalid('amount', 'exceeds-open');
  return bookPayment(ctx, {
    ...refund,
    ...nothing,
    direction: 'out',
    customerId: credit.customerId,
    currency: credit.currency,
    reference: refund.reference || credit.number,
    allocations: [{ invoiceId: creditNoteId, amount: refund.amount }],
  });
}

async function ofPayment(ctx: TxCtx, paymentId: string, refund: Refund): Promise<PaymentRow> {
  const source = await paymentInTenant(ctx, paymentId, true);
  demandBooked(source);
  if (source.direction !== 'in') throw invalid('paymentId', 'unknown-payment');
  if (refund.currency && refund.currency !== source.currency) {
    throw invalid('paymentId', 'currency-differs', { values: { currency: source.currency } });
  }
  if (BigInt(refund.amount) > source.creditMinor) {
    throw conflict('This is more than is left of the payment.', 'payment-credit-exceeded');
  }
  await ctx.tx.execute(sql`
    update payments set refunded_minor = refunded_minor + ${refund.amount}::bigint, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${paymentId}::uuid`);
  return bookPayment(ctx, {
    ...refund,
    ...nothing,
    direction: 'out',
    customerId: source.customerId,
    currency: source.currency,
    reference: refund.reference || source.reference,
    refundOfId: paymentId,
    exchangeRate: refund.exchangeRate ?? source.exchangeRate ?? undefined,
    exchangeRateDate: refund.exchangeRateDate ?? source.exchangeRateDate ?? undefined,
    exchangeRateSource: refund.exchangeRateSource ?? source.exchangeRateSource ?? undefined,
  });
}

/** Step of a transaction that has asked for permission. */
export const refundInTx = (ctx: TxCtx, refund: Refund): Promise<PaymentRow> =>
  refund.creditNoteId
    ? ofCreditNote(ctx, refund.creditNoteId, refund)
    : ofPayment(ctx, refund.paymentId ?? '', refund);

/**
 * Records money given back: what is left of a credit note, or of a payment that was more than was owed.
 * @throws AppError `invalid` naming the field, `not-found` for the payment, `conflict` (`payment-credit-exceeded`)
 */
export async function refundPayment(ctx: Ctx, input: RefundInput): Promise<PaymentDto> {
  demand(ctx, paymentPolicy.write);
  const data = parse(RefundInput, input);
  return withTx(ctx, async (ctx) => toPayment(await refundInTx(ctx, data)));
}
