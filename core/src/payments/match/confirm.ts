import type { z } from 'zod';
import { lockBankTransaction, setTransactionState, type BankTransactionRow } from '../../bank-statements';
import type { Ctx, TxCtx } from '../../platform/context';
import { sql } from '../../platform/db';
import { conflict, invalid, isAppError, parse } from '../../platform/errors';
import { demand } from '../../platform/permissions';
import { withTx } from '../../platform/tx';
import { bookPayment } from '../book';
import { paymentPolicy } from '../policy';
import { refundInTx } from '../refund';
import { paymentInTenant, toPayment, type PaymentRow } from '../rows';
import { ConfirmSureInput, ConfirmTransactionInput, type ConfirmSureDto, type PaymentDto } from '../schemas';
import { proposalsFor } from './propose';
import type { Proposal } from './rank';

type Confirmation = z.output<typeof ConfirmTransactionInput>;

const REFERENCE = 200;

/** What every payment out of a movement takes over from it. */
async function factsOf(ctx: TxCtx, row: BankTransactionRow) {
  const [statement] = await ctx.tx.query<{ bankAccountId: string | null }>(sql`
    select bank_account_id as "bankAccountId" from bank_statements
    where tenant_id = ${ctx.tenantId}::uuid and id = ${row.statementId}::uuid`);
  return {
    currency: row.currency,
    amount: (row.amountMinor < 0n ? -row.amountMinor : row.amountMinor).toString(),
    day: row.day,
    method: 'bank_transfer' as const,
    reference: (row.creditorReference ?? row.remittance).slice(0, REFERENCE),
    bankAccountId: statement?.bankAccountId ?? null,
    bankTransactionId: row.id,
    alsoFoundBy: [row.counterpartyName, row.remittance, row.counterpartyAccount ?? ''],
  };
}

async function book(ctx: TxCtx, row: BankTransactionRow, confirmation: Confirmation): Promise<PaymentRow> {
  const facts = await factsOf(ctx, row);
  const { refund, ...data } = confirmation;
  if (row.amountMinor > 0n) {
    if (refund) throw invalid('refund', 'no-reason');
    return bookPayment(ctx, { ...data, ...facts, direction: 'in' });
  }
  if (!refund || Boolean(refund.creditNoteId) === Boolean(refund.paymentId))
    throw invalid('refund', 'needed');
  return refundInTx(ctx, { ...data, ...facts, ...refund });
}

/** Whether a payment settles what is asked for once more: then the second asking has been answered already. */
async function isThat(ctx: TxCtx, paymentId: string, { allocations }: Confirmation): Promise<boolean> {
  const rows = await ctx.tx.query<{ id: string }>(sql`
    select invoice_id as id from allocations
    where tenant_id = ${ctx.tenantId}::uuid and payment_id = ${paymentId}::uuid
    group by invoice_id having sum(amount_minor) <> 0`);
  const settled = new Set(rows.map(({ id }) => id));
  return allocations.every(({ invoiceId }) => settled.has(invoiceId));
}

async function confirmInTx(
  ctx: TxCtx,
  row: BankTransactionRow,
  confirmation: Confirmation,
): Promise<PaymentRow> {
  if (row.paymentId) {
    if (await isThat(ctx, row.paymentId, confirmation)) return paymentInTenant(ctx, row.paymentId);
    throw conflict('This movement is a payment already; void that first.', 'transaction-matched');
  }
  const payment = await book(ctx, row, confirmation);
  await setTransactionState(ctx, row.id, 'matched', payment.id);
  return payment;
}

/**
 * Makes a movement of the bank a payment, with what a person decided that it settles. Asked again for the same, it
 * answers with the payment that there is.
 * @throws AppError `not-found`, `invalid` naming the row, `conflict` (`transaction-matched`)
 */
export async function confirmTransaction(
  ctx: Ctx,
  transactionId: string,
  input: ConfirmTransactionInput,
): Promise<PaymentDto> {
  demand(ctx, paymentPolicy.write);
  const data = parse(ConfirmTransactionInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockBankTransaction(ctx, transactionId);
    return toPayment(await confirmInTx(ctx, row, data));
  });
}

function confirmationOf({ customerId, allocations, credits }: Proposal, outgoing: boolean): Confirmation {
  const [first] = allocations;
  return {
    customerId,
    notes: '',
    writeOffs: [],
    ...(outgoing
      ? { allocations: [], credits: [], refund: { creditNoteId: first?.document.id } }
      : {
          allocations: allocations.map(({ document, amountMinor }) => ({
            invoiceId: document.id,
            amount: amountMinor.toString(),
          })),
          credits: credits.map(({ document, invoiceId, amountMinor }) => ({
            creditNoteId: document.id,
            invoiceId,
            amount: amountMinor.toString(),
          })),
        }),
  };
}

/** One movement, where it is still sure what it is. */
async function confirmIfSure(ctx: TxCtx, transactionId: string): Promise<string | null> {
  const row = await lockBankTransaction(ctx, transactionId);
  const proposals = (await proposalsFor(ctx, [row])).get(row.id) ?? [];
  const [sure] = proposals.filter(({ confidence }) => confidence === 'sure');
  if (row.state !== 'open' || !sure) return null;
  return (await confirmInTx(ctx, row, confirmationOf(sure, row.amountMinor < 0n))).id;
}

/**
 * Confirms movements of which it is sure what they are, one after the other, each as it stands by then: a person has
 * seen them and said so. Others are left open and named.
 * @throws AppError `not-found`
 */
export async function confirmSureMatches(ctx: Ctx, input: ConfirmSureInput): Promise<ConfirmSureDto> {
  demand(ctx, paymentPolicy.write);
  const { ids } = parse(ConfirmSureInput, input);
  const result: ConfirmSureDto = { confirmed: [], left: [] };
  for (const transactionId of new Set(ids)) {
    try {
      const paymentId = await withTx(ctx, (ctx) => confirmIfSure(ctx, transactionId));
      if (paymentId) result.confirmed.push({ transactionId, paymentId });
      else result.left.push(transactionId);
    } catch (error) {
      if (!isAppError(error) || error.code === 'not-found' || ctx.tx) throw error;
      result.left.push(transactionId);
    }
  }
  return result;
}
