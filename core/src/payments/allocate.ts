import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, notFound, parse, stale } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { allocate, allocateCredit } from '../invoices';
import { addAllocated, companyOf, demandBooked } from './book';
import { lockDocuments } from './open-documents';
import { paymentPolicy } from './policy';
import { paymentInTenant, paymentName, toPayment, type PaymentRow } from './rows';
import { AllocatePaymentInput, TakeBackInput, type PaymentDto } from './schemas';
import { lockNamed, settle } from './settle';

/** A payment without a customer becomes the one's whose documents it settles. */
async function adoptCustomer(
  ctx: TxCtx,
  payment: PaymentRow,
  customerId: string | null,
): Promise<string | null> {
  if (payment.customerId !== null || customerId === null) return payment.customerId;
  await ctx.tx.execute(sql`
    update payments p set customer_id = ${customerId}::uuid,
      search_text = p.search_text || E'\n' || split_part(c.search_text, E'\n', 1)
    from customers c
    where p.tenant_id = ${ctx.tenantId}::uuid and p.id = ${payment.id}::uuid
      and c.tenant_id = p.tenant_id and c.id = ${customerId}::uuid`);
  return customerId;
}

/**
 * Uses what is left of a payment for documents, today.
 * @throws AppError `stale`, `invalid` naming the row, `conflict` (`payment-void`, `payment-credit-exceeded`)
 */
export async function allocatePayment(
  ctx: Ctx,
  paymentId: string,
  input: AllocatePaymentInput,
  expectedVersion?: number,
): Promise<PaymentDto> {
  demand(ctx, paymentPolicy.write);
  const data = parse(AllocatePaymentInput, input);
  return withTx(ctx, async (ctx) => {
    const payment = await paymentInTenant(ctx, paymentId, true);
    if (expectedVersion !== undefined && payment.version !== expectedVersion) throw stale();
    demandBooked(payment);
    const [company, documents] = [await companyOf(ctx), await lockNamed(ctx, data)];
    const payers = data.allocations.flatMap(({ invoiceId }) => documents.get(invoiceId)?.customerId ?? []);
    const customerId = await adoptCustomer(ctx, payment, payers[0] ?? null);
    const settling = { ...payment, customerId, rate: payment.exchangeRate ?? '1' };
    const taken = await settle(ctx, settling, data, documents, company);
    await addAllocated(ctx, paymentId, taken);
    const after = await paymentInTenant(ctx, paymentId);
    await audit(ctx, {
      action: 'payment.allocate',
      entityType: 'payment',
      entityId: paymentId,
      entityName: paymentName(after),
      changes: {
        allocated: { from: toPayment(payment).allocated, to: toPayment(after).allocated },
      },
    });
    return toPayment(after);
  });
}

/** What is left of all rows of one source on one document. */
interface Net {
  invoiceId: string;
  source: 'payment' | 'credit_note' | 'write_off';
  paymentId: string | null;
  creditNoteId: string | null;
  amountMinor: bigint;
  paymentMinor: bigint;
  differenceMinor: bigint;
}

/** Takes back what one source has settled of one document, by a row of the opposite amounts. */
export async function takeBackNet(ctx: TxCtx, net: Net, day: string, reason: string): Promise<void> {
  const { invoiceId, source, paymentId, creditNoteId, amountMinor } = net;
  if (creditNoteId) {
    await allocateCredit(ctx, { creditNoteId, invoiceId, amountMinor: -amountMinor, day });
    return;
  }
  await allocate(ctx, {
    invoiceId,
    source,
    ...(paymentId && { paymentId, paymentMinor: -net.paymentMinor }),
    amountMinor: -amountMinor,
    exchangeDifferenceMinor: -net.differenceMinor,
    reason,
    day,
  });
  if (net.paymentId) await addAllocated(ctx, net.paymentId, -net.paymentMinor);
}

/** The nets of rows, one for each source on each document, in the order of the documents. */
export const netsOf = (ctx: TxCtx, condition: ReturnType<typeof sql>): Promise<Net[]> =>
  ctx.tx.query<Net>(sql`
    select a.invoice_id as "invoiceId", a.source, a.payment_id as "paymentId", a.credit_note_id as "creditNoteId",
      sum(a.amount_minor)::bigint as "amountMinor", coalesce(sum(a.payment_minor), 0)::bigint as "paymentMinor",
      sum(a.exchange_difference_minor)::bigint as "differenceMinor"
    from allocations a where a.tenant_id = ${ctx.tenantId}::uuid and ${condition}
    group by a.invoice_id, a.source, a.payment_id, a.credit_note_id
    having sum(a.amount_minor) <> 0 order by a.invoice_id`);

interface AllocationRow {
  invoiceId: string;
  source: Net['source'];
  paymentId: string | null;
  creditNoteId: string | null;
}

async function allocationRow(ctx: TxCtx, id: string): Promise<AllocationRow> {
  const [row] = isId(id)
    ? await ctx.tx.query<AllocationRow>(sql`
        select invoice_id as "invoiceId", source, payment_id as "paymentId", credit_note_id as "creditNoteId"
        from allocations where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`)
    : [];
  if (!row) throw notFound('allocation');
  return row;
}

/**
 * Takes back all that the source of an allocation (a payment, a credit note, a difference let go) has settled of its
 * document: by a row of the opposite amount, nothing is deleted.
 * @throws AppError `not-found`, `conflict` (`allocation-taken-back`) when nothing is left of it
 */
export async function takeBackAllocation(
  ctx: Ctx,
  allocationId: string,
  input: TakeBackInput = {},
): Promise<void> {
  demand(ctx, paymentPolicy.write);
  const { reason } = parse(TakeBackInput, input);
  await withTx(ctx, async (ctx) => {
    const row = await allocationRow(ctx, allocationId);
    if (row.paymentId) await paymentInTenant(ctx, row.paymentId, true);
    const documents = await lockDocuments(ctx, [
      row.invoiceId,
      ...(row.creditNoteId ? [row.creditNoteId] : []),
    ]);
    const target = documents.get(row.invoiceId);
    if (!target) throw notFound('allocation');
    const [net] = await netsOf(
      ctx,
      sql`a.invoice_id = ${row.invoiceId}::uuid and a.source = ${row.source}
          and a.payment_id is not distinct from ${row.paymentId}::uuid
          and a.credit_note_id is not distinct from ${row.creditNoteId}::uuid`,
    );
    if (!net) throw conflict('Nothing is left of this to take back.', 'allocation-taken-back');
    const { today } = await companyOf(ctx);
    await takeBackNet(ctx, net, today, reason);
    await audit(ctx, {
      action: 'payment.take-back',
      entityType: 'invoice',
      entityId: row.invoiceId,
      entityName: target.number,
      changes: { allocated: { from: { amount: net.amountMinor, currency: target.currency }, to: null } },
    });
  });
}
