import type { Ctx, TxCtx } from '../platform/context';
import { raw, sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import type { PaymentDto } from './schemas';
import type { PaymentDirection, PaymentMethod } from './states';

/** A payment as SQL gives it. */
export interface PaymentRow {
  id: string;
  version: number;
  direction: PaymentDirection;
  customerId: string | null;
  customerName: string | null;
  currency: string;
  amountMinor: bigint;
  allocatedMinor: bigint;
  refundedMinor: bigint;
  creditMinor: bigint;
  day: string;
  method: PaymentMethod;
  reference: string;
  notes: string;
  bankAccountId: string | null;
  bankTransactionId: string | null;
  refundOfId: string | null;
  exchangeRate: string | null;
  exchangeRateDate: string | null;
  exchangeRateSource: string | null;
  companyCurrency: string;
  voidedAt: Date | null;
  voidReason: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Columns of a PaymentRow, of the table as `p` beside the customers `c` and the company `t`. */
export const paymentColumns = raw(`
  p.id, p.version, p.direction, p.customer_id as "customerId", c.name as "customerName", p.currency,
  p.amount_minor as "amountMinor", p.allocated_minor as "allocatedMinor", p.refunded_minor as "refundedMinor",
  p.credit_minor as "creditMinor", p.day, p.method, p.reference, p.notes, p.bank_account_id as "bankAccountId",
  p.bank_transaction_id as "bankTransactionId", p.refund_of_id as "refundOfId",
  trim_scale(p.exchange_rate)::text as "exchangeRate", p.exchange_rate_date as "exchangeRateDate",
  p.exchange_rate_source as "exchangeRateSource", t.currency as "companyCurrency", p.voided_at as "voidedAt",
  p.void_reason as "voidReason", p.created_at as "createdAt", p.updated_at as "updatedAt"`);

/** What stands beside a payment in each row. */
export const paymentJoins = raw(`
  join tenants t on t.id = p.tenant_id
  left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id`);

export function toPayment(row: PaymentRow): PaymentDto {
  const money = (minor: bigint) => ({ amount: minor.toString(), currency: row.currency });
  return {
    id: row.id,
    version: row.version,
    direction: row.direction,
    state: row.voidedAt ? 'voided' : 'booked',
    customer: row.customerId ? { id: row.customerId, name: row.customerName ?? '' } : null,
    day: row.day,
    method: row.method,
    reference: row.reference,
    notes: row.notes,
    amount: money(row.amountMinor),
    allocated: money(row.allocatedMinor),
    refunded: money(row.refundedMinor),
    credit: money(row.creditMinor),
    exchangeRate:
      row.exchangeRate !== null
        ? {
            rate: row.exchangeRate,
            date: row.exchangeRateDate ?? row.day,
            source: row.exchangeRateSource ?? '',
            currency: row.companyCurrency,
          }
        : null,
    bankAccountId: row.bankAccountId,
    bankTransactionId: row.bankTransactionId,
    refundOfId: row.refundOfId,
    voidedAt: row.voidedAt?.toISOString() ?? null,
    voidReason: row.voidReason,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** What people call a payment by: there is no number on it. */
export const paymentName = (row: Pick<PaymentRow, 'customerName' | 'reference' | 'day'>): string =>
  [row.day, row.customerName ?? row.reference].filter(Boolean).join(' ');

/** @throws AppError `not-found` */
export async function paymentInTenant(ctx: TxCtx, id: string, lock = false): Promise<PaymentRow> {
  if (!isId(id)) throw notFound('payment');
  const [row] = await ctx.tx.query<PaymentRow>(sql`
    select ${paymentColumns} from payments p ${paymentJoins}
    where p.tenant_id = ${ctx.tenantId}::uuid and p.id = ${id}::uuid ${raw(lock ? 'for update of p' : '')}`);
  if (!row) throw notFound('payment');
  return row;
}

/** Who acts, where it is a person. */
export const personOf = ({ actor }: Ctx): string | null => (actor.type === 'user' ? actor.id : null);
