import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, notFound } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { InvoiceKind, InvoiceState } from './states';

export interface NewAllocation {
  invoiceId: string;
  source: 'payment' | 'credit_note' | 'write_off';
  paymentId?: string;
  creditNoteId?: string;
  /** Minor units of the document's currency; negative takes back what was allocated before. */
  amountMinor: bigint;
  /** What it takes of the payment, in minor units of the payment's currency. */
  paymentMinor?: bigint;
  /** Gain (loss: negative) by exchange rates, in minor units of the company's currency. */
  exchangeDifferenceMinor?: bigint;
  reason?: string;
  /** The company's date (YYYY-MM-DD) on which it counts. */
  day: string;
  /** Lets the document be settled with more than it asks for. */
  allowOver?: boolean;
}

export interface AllocatedInvoice {
  id: string;
  kind: InvoiceKind;
  number: string;
  customerId: string | null;
  currency: string;
  exchangeRate: string | null;
  payableMinor: bigint;
  /** After the allocation. */
  settledMinor: bigint;
}

type Row = Omit<AllocatedInvoice, 'number'> & { state: InvoiceState; number: string | null };

async function lockIssued(ctx: TxCtx, invoiceId: string): Promise<Row> {
  const [row] = isId(invoiceId)
    ? await ctx.tx.query<Row>(sql`
        select id, kind, state, number, customer_id as "customerId", currency,
          trim_scale(exchange_rate)::text as "exchangeRate", payable_minor as "payableMinor",
          settled_minor as "settledMinor"
        from invoices where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid for update`)
    : [];
  if (!row) throw notFound('invoice');
  if (row.state !== 'issued') throw conflict('Only an issued document can be settled.', 'invoice-not-issued');
  return row;
}

/** Whether `settled` lies between nothing and all of `payable`, in its direction. */
const within = (settled: bigint, payable: bigint) =>
  payable >= 0n ? settled >= 0n && settled <= payable : settled <= 0n && settled >= payable;

/**
 * Lets a payment, a credit note or a difference that is let go settle an issued document, or takes that back, and
 * keeps what is settled of it in step. The document's row is locked until the transaction ends: lock several in the
 * order of their ids. A step of other verbs: whoever calls it has asked for permission.
 * @throws AppError `not-found`, `conflict` (`invoice-not-issued`, `allocation-too-large`)
 */
export async function allocate(ctx: TxCtx, allocation: NewAllocation): Promise<AllocatedInvoice> {
  const { invoiceId, amountMinor, allowOver = false } = allocation;
  const invoice = await lockIssued(ctx, invoiceId);
  const settledMinor = invoice.settledMinor + amountMinor;
  if (!allowOver && !within(settledMinor, invoice.payableMinor)) {
    throw conflict('This is more than is open of the document.', 'allocation-too-large');
  }
  await Promise.all([
    ctx.tx.execute(sql`
      insert into allocations (id, tenant_id, invoice_id, source, payment_id, credit_note_id, amount_minor,
        payment_minor, exchange_difference_minor, reason, day, created_by, created_at)
      values (${newId()}::uuid, ${ctx.tenantId}::uuid, ${invoiceId}::uuid, ${allocation.source},
        ${allocation.paymentId ?? null}::uuid, ${allocation.creditNoteId ?? null}::uuid,
        ${amountMinor.toString()}::bigint, ${allocation.paymentMinor?.toString() ?? null}::bigint,
        ${(allocation.exchangeDifferenceMinor ?? 0n).toString()}::bigint, ${allocation.reason ?? ''},
        ${allocation.day}::date, ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()})`),
    ctx.tx.execute(sql`
      update invoices set settled_minor = ${settledMinor.toString()}::bigint, version = version + 1,
        updated_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`),
  ]);
  return {
    id: invoice.id,
    kind: invoice.kind,
    number: invoice.number ?? '',
    customerId: invoice.customerId,
    currency: invoice.currency,
    exchangeRate: invoice.exchangeRate,
    payableMinor: invoice.payableMinor,
    settledMinor,
  };
}

interface CreditAllocation {
  creditNoteId: string;
  invoiceId: string;
  /** Minor units; as much as both have open where absent. */
  amountMinor?: bigint;
  day: string;
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);

/**
 * Lets an issued credit note settle an invoice, and uses it up by as much; a negative amount takes that back. A step
 * of other verbs. @returns the amount, 0n when nothing is open
 * @throws AppError as `allocate`
 */
export async function allocateCredit(
  ctx: TxCtx,
  { creditNoteId, invoiceId, amountMinor, day }: CreditAllocation,
): Promise<bigint> {
  // Two documents are locked, in one order for all.
  const [first, second] = [creditNoteId, invoiceId].sort();
  const locked = [await lockIssued(ctx, first ?? ''), await lockIssued(ctx, second ?? '')];
  const [credit, invoice] = locked[0]?.id === creditNoteId ? locked : [locked[1], locked[0]];
  if (!credit || !invoice) throw notFound('invoice');
  if (
    credit.kind !== 'credit_note' ||
    invoice.kind === 'credit_note' ||
    credit.currency !== invoice.currency
  ) {
    throw conflict('A credit note settles invoices of its currency.', 'allocation-too-large');
  }
  const open = ({ payableMinor, settledMinor }: Row) => payableMinor - settledMinor;
  const amount = amountMinor ?? least(open(credit), open(invoice));
  if (amount === 0n || (amountMinor === undefined && amount < 0n)) return 0n;
  const settledMinor = credit.settledMinor + amount;
  if (!within(settledMinor, credit.payableMinor)) {
    throw conflict('This is more than is open of the document.', 'allocation-too-large');
  }
  await allocate(ctx, { invoiceId, source: 'credit_note', creditNoteId, amountMinor: amount, day });
  await ctx.tx.execute(sql`
    update invoices set settled_minor = ${settledMinor.toString()}::bigint, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${creditNoteId}::uuid`);
  return amount;
}
