import { bankAccounts } from '../company';
import { audit } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import { formatMinor } from '../platform/money';
import { searchText } from '../platform/search';
import { localDate } from '../platform/time';
import { getTenant } from '../tenants';
import { rateOf, type OpenDocument } from './open-documents';
import { paymentInTenant, paymentName, personOf, type PaymentRow } from './rows';
import { lockNamed, settle, type Company, type SettlingPayment, type Settling } from './settle';
import type { PaymentDirection, PaymentMethod } from './states';

/** A payment as it is to be kept, before its customer and rate are known. */
export interface NewPayment extends Settling {
  direction: PaymentDirection;
  customerId?: string | null | undefined;
  currency: string;
  amount: string;
  day?: string | undefined;
  method: PaymentMethod;
  reference: string;
  notes: string;
  bankAccountId?: string | null | undefined;
  bankTransactionId?: string;
  refundOfId?: string;
  /** Further words that it is found by. */
  alsoFoundBy?: string[];
  exchangeRate?: string | undefined;
  exchangeRateDate?: string | undefined;
  exchangeRateSource?: string | undefined;
}

/** The company's currency and the date of its clocks. */
export async function companyOf(ctx: TxCtx): Promise<Company> {
  const { currency, timeZone } = await getTenant(ctx);
  return { currency, today: localDate(ctx.clock(), timeZone) };
}

interface Rate {
  rate: string;
  date: string;
  source: string;
}

/** The rate of the newest payment in a currency. */
async function lastRate(ctx: TxCtx, currency: string): Promise<Rate | undefined> {
  const [row] = await ctx.tx.query<Rate>(sql`
    select trim_scale(exchange_rate)::text as rate, exchange_rate_date as date, exchange_rate_source as source
    from payments where tenant_id = ${ctx.tenantId}::uuid and currency = ${currency} and exchange_rate is not null
    order by day desc, id desc limit 1`);
  return row;
}

/** The given rate, else the one on a document that it settles, else the last one that was used. */
async function rateFor(
  ctx: TxCtx,
  payment: NewPayment,
  documents: readonly OpenDocument[],
  company: Company,
): Promise<Rate | null> {
  const { currency, exchangeRate: rate } = payment;
  if (currency === company.currency) return null;
  const day = payment.day ?? company.today;
  if (rate !== undefined) {
    return { rate, date: payment.exchangeRateDate ?? day, source: payment.exchangeRateSource || 'manual' };
  }
  const known = documents.find(
    (each) => each.currency === currency && rateOf(each, company.currency) !== null,
  );
  const own = known && rateOf(known, company.currency);
  if (own) return { rate: own, date: known.exchangeRateDate ?? known.issueDate, source: known.number };
  const last = await lastRate(ctx, currency);
  if (!last) throw invalid('exchangeRate', 'rate-needed', { values: { currency: company.currency } });
  return last;
}

async function customerOf(ctx: TxCtx, payment: NewPayment, documents: readonly OpenDocument[]) {
  const id = payment.customerId ?? documents.find((each) => each.customerId !== null)?.customerId ?? null;
  if (id === null) return null;
  const [row] = isId(id)
    ? await ctx.tx.query<{ id: string; name: string }>(sql`
        select id, name from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`)
    : [];
  if (!row) throw invalid('customerId', 'unknown-customer');
  return row;
}

async function insert(
  ctx: TxCtx,
  payment: NewPayment,
  customer: { id: string; name: string } | null,
  rate: Rate | null,
  company: Company,
): Promise<string> {
  const id = newId();
  const found = searchText([
    customer?.name,
    payment.reference,
    payment.notes,
    formatMinor(BigInt(payment.amount), payment.currency),
    ...(payment.alsoFoundBy ?? []),
  ]);
  await ctx.tx.execute(sql`
    insert into payments (id, tenant_id, direction, customer_id, currency, amount_minor, day, method, reference, notes,
      bank_transaction_id, bank_account_id, refund_of_id, exchange_rate, exchange_rate_date, exchange_rate_source,
      search_text, created_by, created_at, updated_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${payment.direction}, ${customer?.id ?? null}::uuid,
      ${payment.currency}, ${payment.amount}::bigint, ${payment.day ?? company.today}::date, ${payment.method},
      ${payment.reference}, ${payment.notes}, ${payment.bankTransactionId ?? null}::uuid,
      ${payment.bankAccountId ?? null}::uuid, ${payment.refundOfId ?? null}::uuid, ${rate?.rate ?? null}::numeric,
      ${rate?.date ?? null}::date, ${rate?.source ?? null}, ${found}, ${personOf(ctx)}::uuid, ${ctx.clock()},
      ${ctx.clock()})`);
  return id;
}

/** Step after settling: keeps what is allocated of the payment in step. */
export async function addAllocated(ctx: TxCtx, paymentId: string, minor: bigint): Promise<void> {
  await ctx.tx.execute(sql`
    update payments set allocated_minor = allocated_minor + ${minor.toString()}::bigint, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${paymentId}::uuid`);
}

async function demandBankAccount(ctx: TxCtx, id: string | null | undefined): Promise<void> {
  if (!id) return;
  if (!(await bankAccounts(ctx)).some((account) => account.id === id))
    throw invalid('bankAccountId', 'unknown-bank-account');
}

/**
 * Keeps a payment and what it settles: a step of the verbs that have asked for permission.
 * @throws AppError `invalid` naming the field, `conflict` (`payment-credit-exceeded`)
 */
export async function bookPayment(ctx: TxCtx, payment: NewPayment): Promise<PaymentRow> {
  const [company, documents] = [await companyOf(ctx), await lockNamed(ctx, payment)];
  const day = payment.day ?? company.today;
  if (day > company.today) throw invalid('day', 'date-in-future');
  await demandBankAccount(ctx, payment.bankAccountId);
  const inOrder = payment.allocations.flatMap(({ invoiceId }) => documents.get(invoiceId) ?? []);
  const customer = await customerOf(ctx, payment, inOrder);
  const rate = await rateFor(ctx, payment, inOrder, company);
  const id = await insert(ctx, payment, customer, rate, company);
  const settling: SettlingPayment = {
    id,
    direction: payment.direction,
    customerId: customer?.id ?? null,
    currency: payment.currency,
    rate: rate?.rate ?? '1',
    creditMinor: payment.refundOfId ? 0n : BigInt(payment.amount),
  };
  const taken = await settle(ctx, settling, payment, documents, { ...company, today: day });
  if (taken > 0n) await addAllocated(ctx, id, taken);
  const row = await paymentInTenant(ctx, id);
  await audit(ctx, {
    action: payment.direction === 'in' ? 'payment.record' : 'payment.refund',
    entityType: 'payment',
    entityId: id,
    entityName: paymentName(row),
    changes: {
      amount: { to: { amount: payment.amount, currency: payment.currency } },
      allocated: { to: { amount: taken, currency: payment.currency } },
      day: { to: day },
    },
  });
  return row;
}

/** @throws AppError `conflict` (`payment-void`) */
export function demandBooked({ voidedAt }: PaymentRow): void {
  if (voidedAt) throw conflict('This payment is void.', 'payment-void');
}
