import type { PaymentDirection, PaymentMethod } from '../payments/states';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { atMost, keyset, type SortKey } from '../platform/lists';
import { readOne } from '../platform/tx';

interface Period {
  from: string;
  to: string;
}

export interface JournalRow {
  id: string;
  day: string;
  direction: PaymentDirection;
  customerId: string | null;
  customerName: string | null;
  method: PaymentMethod;
  bankAccountId: string | null;
  bankAccountName: string | null;
  reference: string;
  documents: { id: string; number: string; kind: string; amount: string; currency: string }[];
  refundOfId: string | null;
  refundOfDay: string | null;
  currency: string;
  amountMinor: bigint;
  creditMinor: bigint;
  voided: boolean;
  voidReason: string | null;
  sortValue: string;
}

const sortKeys: Readonly<Record<'day', SortKey>> = { day: { expression: sql`p.day`, type: 'date' } };

/** Payments of a period in the order of their days, with what is settled of each document now. */
export function journalRows(
  ctx: Ctx,
  { from, to }: Period,
  rows: number,
  cursor?: string,
): Promise<JournalRow[]> {
  const { after, order, value } = keyset(sortKeys, sql`p.id`, 'day', cursor);
  return readOne<JournalRow>(
    ctx,
    sql`
    select p.id, p.day, p.direction, p.customer_id as "customerId", c.name as "customerName", p.method,
      p.bank_account_id as "bankAccountId", b.name as "bankAccountName", p.reference,
      coalesce(d.documents, '[]') as documents, p.refund_of_id as "refundOfId", r.day as "refundOfDay", p.currency,
      p.amount_minor as "amountMinor", p.credit_minor as "creditMinor", p.voided_at is not null as voided,
      p.void_reason as "voidReason", ${value} as "sortValue"
    from payments p
    left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    left join bank_accounts b on b.tenant_id = p.tenant_id and b.id = p.bank_account_id
    left join payments r on r.tenant_id = p.tenant_id and r.id = p.refund_of_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind, 'amount', a.amount::text,
        'currency', i.currency) order by a.since, i.number) as documents
      from (
        select invoice_id, sum(amount_minor) as amount, min(created_at) as since from allocations
        where tenant_id = p.tenant_id and payment_id = p.id
        group by invoice_id having sum(amount_minor) <> 0) a
      join invoices i on i.tenant_id = p.tenant_id and i.id = a.invoice_id) d on true
    where p.tenant_id = ${ctx.tenantId}::uuid and p.day between ${from}::date and ${to}::date and ${after}
    order by ${order} ${atMost(rows)}`,
    'along-index',
  );
}

export interface SumsRow {
  currency: string;
  /** Null for all of them together. */
  method: PaymentMethod | null;
  count: number;
  received: bigint;
  givenBack: bigint;
}

/** Sums of the payments that stand, by currency and method and by currency alone. */
export const journalSums = (ctx: Ctx, { from, to }: Period): Promise<SumsRow[]> =>
  readOne<SumsRow>(
    ctx,
    sql`
    select currency, method, count(*)::int as count,
      coalesce(sum(amount_minor) filter (where direction = 'in'), 0)::bigint as received,
      coalesce(sum(amount_minor) filter (where direction = 'out'), 0)::bigint as "givenBack"
    from payments
    where tenant_id = ${ctx.tenantId}::uuid and day between ${from}::date and ${to}::date and voided_at is null
    group by grouping sets ((currency, method), (currency))
    order by currency, array_position(array['bank_transfer', 'cash', 'card', 'other'], method)`,
    'each-time',
  );

/** Gains less losses by exchange rates that allocations of these days have booked, in the company's currency. */
export async function bookedDifferences(ctx: Ctx, { from, to }: Period): Promise<bigint> {
  const [row] = await readOne<{ sum: bigint }>(
    ctx,
    sql`
    select coalesce(sum(exchange_difference_minor), 0)::bigint as sum from allocations
    where tenant_id = ${ctx.tenantId}::uuid and day between ${from}::date and ${to}::date
      and exchange_difference_minor <> 0`,
    'each-time',
  );
  return row?.sum ?? 0n;
}
