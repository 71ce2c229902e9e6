import { allocate, allocateCredit } from '../invoices';
import type { TxCtx } from '../platform/context';
import { conflict, invalid } from '../platform/errors';
import type { z } from 'zod';
import { exchangeDifference } from './exchange';
import { lockDocuments, rateOf, type OpenDocument } from './open-documents';
import type { AllocationInput, ApplyCreditInput, WriteOffInput } from './schemas';
import { writeOffReason, type PaymentDirection } from './states';

/** What a person wants settled at once, by a payment, by credit notes, and by letting go. */
export interface Settling {
  allocations: z.output<typeof AllocationInput>[];
  credits: z.output<typeof ApplyCreditInput>[];
  writeOffs: z.output<typeof WriteOffInput>[];
}

/** The payment that settles, where there is one. */
export interface SettlingPayment {
  id: string;
  direction: PaymentDirection;
  customerId: string | null;
  currency: string;
  /** Units of the company's currency for one unit; "1" in the same currency. */
  rate: string;
  /** What may still be allocated. */
  creditMinor: bigint;
}

export interface Company {
  currency: string;
  today: string;
}

type Documents = ReadonlyMap<string, OpenDocument>;

/** Locks every document that is named. @throws AppError `invalid` for one that is not issued, or named twice */
export async function lockNamed(
  ctx: TxCtx,
  { allocations, credits, writeOffs }: Settling,
): Promise<Documents> {
  const named: [path: string, id: string][] = [
    ...allocations.map((each, index): [string, string] => [`allocations.${index}.invoiceId`, each.invoiceId]),
    ...credits.map((each, index): [string, string] => [`credits.${index}.invoiceId`, each.invoiceId]),
    ...credits.map((each, index): [string, string] => [`credits.${index}.creditNoteId`, each.creditNoteId]),
    ...writeOffs.map((each, index): [string, string] => [`writeOffs.${index}.invoiceId`, each.invoiceId]),
  ];
  const documents = await lockDocuments(ctx, [...new Set(named.map(([, id]) => id))]);
  for (const [path, id] of named) if (!documents.has(id)) throw invalid(path, 'unknown-document');
  const twice = allocations.findIndex(
    (each, index) => allocations.findIndex((other) => other.invoiceId === each.invoiceId) !== index,
  );
  if (twice !== -1) throw invalid(`allocations.${twice}.invoiceId`, 'listed-twice');
  return documents;
}

function document(documents: Documents, id: string): OpenDocument {
  const found = documents.get(id);
  if (!found) throw new RangeError('a document that was not locked');
  return found;
}

/** Takes from what is open of a document, so that one input cannot settle it twice. */
function demandOpen(
  left: Map<string, bigint>,
  { id, openMinor }: OpenDocument,
  amount: bigint,
  path: string,
): void {
  const rest = (left.get(id) ?? openMinor) - amount;
  if (rest < 0n) throw invalid(path, 'exceeds-open');
  left.set(id, rest);
}

const demandCustomer = (document: OpenDocument, customerId: string | null, path: string) => {
  if (document.customerId !== null && document.customerId !== customerId)
    throw invalid(path, 'customer-differs');
};

function paymentMinorOf(
  allocation: Settling['allocations'][number],
  target: OpenDocument,
  payment: SettlingPayment,
  path: string,
): bigint {
  const amount = BigInt(allocation.amount);
  if (target.currency !== payment.currency) {
    if (allocation.paymentAmount === undefined) throw invalid(`${path}.paymentAmount`, 'needed');
    return BigInt(allocation.paymentAmount);
  }
  if (allocation.paymentAmount !== undefined && BigInt(allocation.paymentAmount) !== amount) {
    throw invalid(`${path}.paymentAmount`, 'wrong');
  }
  return amount;
}

const settlesWith = (direction: PaymentDirection, { kind }: OpenDocument) =>
  (kind === 'credit_note') === (direction === 'out');

/** What a payment of a customer takes of each document. @returns the sum, in the payment's currency */
async function settleByPayment(
  ctx: TxCtx,
  payment: SettlingPayment,
  { allocations }: Settling,
  documents: Documents,
  left: Map<string, bigint>,
  company: Company,
): Promise<bigint> {
  let total = 0n;
  for (const [index, allocation] of allocations.entries()) {
    const path = `allocations.${index}`;
    const target = document(documents, allocation.invoiceId);
    if (!settlesWith(payment.direction, target)) throw invalid(`${path}.invoiceId`, 'unknown-document');
    demandCustomer(target, payment.customerId, `${path}.invoiceId`);
    const amountMinor = BigInt(allocation.amount);
    const paymentMinor = paymentMinorOf(allocation, target, payment, path);
    demandOpen(left, target, amountMinor, `${path}.amount`);
    total += paymentMinor;
    if (total > payment.creditMinor) {
      throw conflict('This is more than is left of the payment.', 'payment-credit-exceeded');
    }
    await allocate(ctx, {
      invoiceId: target.id,
      source: 'payment',
      paymentId: payment.id,
      amountMinor,
      paymentMinor,
      exchangeDifferenceMinor: exchangeDifference({
        direction: payment.direction,
        paymentMinor,
        paymentCurrency: payment.currency,
        paymentRate: payment.rate,
        amountMinor,
        documentCurrency: target.currency,
        documentRate: rateOf(target, company.currency),
        companyCurrency: company.currency,
      }),
      day: company.today,
    });
  }
  return total;
}

async function settleByCredits(
  ctx: TxCtx,
  { credits }: Settling,
  documents: Documents,
  left: Map<string, bigint>,
  company: Company,
): Promise<void> {
  for (const [index, { creditNoteId, invoiceId, amount }] of credits.entries()) {
    const path = `credits.${index}`;
    const [credit, invoice] = [document(documents, creditNoteId), document(documents, invoiceId)];
    if (credit.kind !== 'credit_note') throw invalid(`${path}.creditNoteId`, 'unknown-document');
    if (invoice.kind === 'credit_note') throw invalid(`${path}.invoiceId`, 'unknown-document');
    demandCustomer(invoice, credit.customerId, `${path}.invoiceId`);
    if (invoice.currency !== credit.currency) {
      throw invalid(`${path}.invoiceId`, 'currency-differs', { values: { currency: invoice.currency } });
    }
    demandOpen(left, credit, BigInt(amount), `${path}.amount`);
    demandOpen(left, invoice, BigInt(amount), `${path}.amount`);
    await allocateCredit(ctx, { creditNoteId, invoiceId, amountMinor: BigInt(amount), day: company.today });
  }
}

async function writeOff(
  ctx: TxCtx,
  { writeOffs }: Settling,
  documents: Documents,
  left: Map<string, bigint>,
  company: Company,
): Promise<void> {
  for (const [index, { invoiceId, amount, kind, note }] of writeOffs.entries()) {
    demandOpen(left, document(documents, invoiceId), BigInt(amount), `writeOffs.${index}.amount`);
    await allocate(ctx, {
      invoiceId,
      source: 'write_off',
      amountMinor: BigInt(amount),
      reason: writeOffReason(kind, note),
      day: company.today,
    });
  }
}

/**
 * Settles documents that `lockNamed` has locked.
 * @returns what it takes of the payment, in minor units of its currency
 * @throws AppError `invalid` naming the row, `conflict` (`payment-credit-exceeded`)
 */
export async function settle(
  ctx: TxCtx,
  payment: SettlingPayment | null,
  settling: Settling,
  documents: Documents,
  company: Company,
): Promise<bigint> {
  const left = new Map<string, bigint>();
  const taken = payment ? await settleByPayment(ctx, payment, settling, documents, left, company) : 0n;
  await settleByCredits(ctx, settling, documents, left, company);
  await writeOff(ctx, settling, documents, left, company);
  return taken;
}
