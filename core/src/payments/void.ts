import { lockBankTransaction, setTransactionState } from '../bank-statements';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { netsOf, takeBackNet } from './allocate';
import { companyOf, demandBooked } from './book';
import { lockDocuments } from './open-documents';
import { paymentPolicy } from './policy';
import { paymentInTenant, paymentName, personOf, toPayment, type PaymentRow } from './rows';
import { VoidPaymentInput, type PaymentDto } from './schemas';

/** Gives what a refund had taken back to the payment that it came from. */
async function returnToSource(ctx: TxCtx, { refundOfId, amountMinor }: PaymentRow): Promise<void> {
  if (!refundOfId) return;
  await ctx.tx.execute(sql`
    update payments set refunded_minor = refunded_minor - ${amountMinor.toString()}::bigint, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${refundOfId}::uuid`);
}

/**
 * Ends a payment that was no payment: what it settled is open again, a movement of the bank waits to be matched anew.
 * A second time changes nothing.
 * @throws AppError `stale`, `conflict` (`payment-refunded`) while money given back of it stands
 */
export async function voidPayment(
  ctx: Ctx,
  paymentId: string,
  input: VoidPaymentInput,
  expectedVersion?: number,
): Promise<PaymentDto> {
  demand(ctx, paymentPolicy.write);
  const { reason } = parse(VoidPaymentInput, input);
  return withTx(ctx, async (ctx) => {
    const payment = await paymentInTenant(ctx, paymentId, true);
    if (payment.voidedAt) return toPayment(payment);
    if (expectedVersion !== undefined && payment.version !== expectedVersion) throw stale();
    demandBooked(payment);
    if (payment.refundedMinor > 0n) {
      throw conflict('Part of this payment was given back. Void the refund first.', 'payment-refunded');
    }
    const { today } = await companyOf(ctx);
    const nets = await netsOf(ctx, sql`a.payment_id = ${paymentId}::uuid`);
    await lockDocuments(
      ctx,
      nets.map(({ invoiceId }) => invoiceId),
    );
    for (const net of nets) await takeBackNet(ctx, net, today, reason);
    await returnToSource(ctx, payment);
    if (payment.bankTransactionId) {
      await lockBankTransaction(ctx, payment.bankTransactionId);
      await setTransactionState(ctx, payment.bankTransactionId, 'open');
    }
    await ctx.tx.execute(sql`
      update payments set voided_at = ${ctx.clock()}, voided_by = ${personOf(ctx)}::uuid, void_reason = ${reason},
        version = version + 1, updated_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${paymentId}::uuid`);
    const after = await paymentInTenant(ctx, paymentId);
    await audit(ctx, {
      action: 'payment.void',
      entityType: 'payment',
      entityId: paymentId,
      entityName: paymentName(after),
      changes: {
        reason: { to: reason },
        allocated: { from: toPayment(payment).allocated, to: toPayment(after).allocated },
      },
    });
    return toPayment(after);
  });
}
