import type { InvoiceKind } from '../invoices/states';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { paymentPolicy } from './policy';
import { paymentInTenant, toPayment, type PaymentRow } from './rows';
import type { PaymentAllocationDto, PaymentDetailDto } from './schemas';

interface AllocationRow {
  id: string;
  invoiceId: string;
  number: string;
  kind: InvoiceKind;
  currency: string;
  amountMinor: bigint;
  paymentMinor: bigint;
  differenceMinor: bigint;
  reason: string;
  day: string;
  takenBack: boolean;
  createdAt: Date;
}

const rowsOf = (ctx: TxCtx, paymentId: string) =>
  ctx.tx.query<AllocationRow>(sql`
    select a.id, a.invoice_id as "invoiceId", i.number, i.kind, i.currency, a.amount_minor as "amountMinor",
      coalesce(a.payment_minor, a.amount_minor) as "paymentMinor",
      a.exchange_difference_minor as "differenceMinor", a.reason, a.day,
      sum(a.amount_minor) over (partition by a.invoice_id) = 0 as "takenBack", a.created_at as "createdAt"
    from allocations a join invoices i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
    where a.tenant_id = ${ctx.tenantId}::uuid and a.payment_id = ${paymentId}::uuid
    order by a.created_at, a.id`);

const toAllocation = (row: AllocationRow, payment: PaymentRow): PaymentAllocationDto => ({
  id: row.id,
  invoice: { id: row.invoiceId, number: row.number, kind: row.kind },
  amount: { amount: row.amountMinor.toString(), currency: row.currency },
  paymentAmount: { amount: row.paymentMinor.toString(), currency: payment.currency },
  exchangeDifference: { amount: row.differenceMinor.toString(), currency: payment.companyCurrency },
  reason: row.reason,
  day: row.day,
  takenBack: row.takenBack,
  createdAt: row.createdAt.toISOString(),
});

const refundsOf = (ctx: TxCtx, paymentId: string) =>
  ctx.tx.query<{ id: string; day: string; amountMinor: bigint; currency: string }>(sql`
    select id, day, amount_minor as "amountMinor", currency from payments
    where tenant_id = ${ctx.tenantId}::uuid and refund_of_id = ${paymentId}::uuid and voided_at is null
    order by day, id`);

/** A payment, what it settles, and what was given back of it. @throws AppError `not-found` */
export async function getPayment(ctx: Ctx, paymentId: string): Promise<PaymentDetailDto> {
  demand(ctx, paymentPolicy.read);
  return withTx(ctx, async (ctx) => {
    const row = await paymentInTenant(ctx, paymentId);
    const [allocations, refunds] = [await rowsOf(ctx, paymentId), await refundsOf(ctx, paymentId)];
    return {
      ...toPayment(row),
      allocations: allocations.map((each) => toAllocation(each, row)),
      refunds: refunds.map(({ id, day, amountMinor, currency }) => ({
        id,
        day,
        amount: { amount: amountMinor.toString(), currency },
      })),
    };
  });
}
