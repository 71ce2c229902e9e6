import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import type { StatementEntryDto } from './schemas';

/** One move on a customer's account; positive where the customer owes more. */
export interface Move {
  date: string;
  kind: StatementEntryDto['kind'];
  number: string;
  id: string;
  dueDate: string | null;
  amountMinor: bigint;
  openMinor: bigint;
}

/** What of a payment stays on the account of its own currency: less what settles documents in other ones. */
const payments = (ctx: TxCtx, customerId: string, currency: string): Sql => sql`
  select p.day, case p.direction when 'in' then 'payment' else 'refund' end, p.reference, p.id, null::date,
    case p.direction when 'in' then -1 else 1 end * (p.amount_minor - coalesce(x.elsewhere, 0)),
    case p.direction when 'in' then -p.credit_minor else p.credit_minor end, p.created_at
  from payments p
  left join lateral (
    select sum(a.payment_minor)::bigint as elsewhere from allocations a
    join invoices i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
    where a.tenant_id = p.tenant_id and a.payment_id = p.id and i.currency <> p.currency) x on true
  where p.tenant_id = ${ctx.tenantId}::uuid and p.customer_id = ${customerId}::uuid and p.currency = ${currency}
    and p.voided_at is null and p.amount_minor <> coalesce(x.elsewhere, 0)`;

/** What payments in other currencies settle of documents in this one. */
const fromElsewhere = (ctx: TxCtx, customerId: string, currency: string): Sql => sql`
  select min(a.day), case p.direction when 'in' then 'payment' else 'refund' end, p.reference, p.id, null::date,
    (case p.direction when 'in' then -1 else 1 end * sum(a.amount_minor))::bigint, 0::bigint, min(a.created_at)
  from invoices i
  join allocations a on a.tenant_id = i.tenant_id and a.invoice_id = i.id and a.payment_id is not null
  join payments p on p.tenant_id = a.tenant_id and p.id = a.payment_id and p.currency <> i.currency
  where i.tenant_id = ${ctx.tenantId}::uuid and i.customer_id = ${customerId}::uuid and i.currency = ${currency}
    and i.state = 'issued'
  group by p.id, p.direction, p.reference having sum(a.amount_minor) <> 0`;

const letGo = (ctx: TxCtx, customerId: string, currency: string): Sql => sql`
  select a.day, 'write_off', i.number, i.id, null::date, -a.amount_minor, 0::bigint, a.created_at
  from invoices i
  join allocations a on a.tenant_id = i.tenant_id and a.invoice_id = i.id and a.source = 'write_off'
  where i.tenant_id = ${ctx.tenantId}::uuid and i.customer_id = ${customerId}::uuid and i.currency = ${currency}
    and i.state = 'issued'`;

/** All moves of a customer in a currency: documents that stand, payments that stand, differences that were let go. */
const moves = (ctx: TxCtx, customerId: string, currency: string): Sql => sql`
  select i.issue_date as day, i.kind, i.number, i.id, i.due_date,
    case i.kind when 'credit_note' then -i.payable_minor else i.payable_minor end as amount,
    case i.kind when 'credit_note' then -1 else 1 end * (i.payable_minor - i.settled_minor) as open, i.created_at
  from invoices i
  where i.tenant_id = ${ctx.tenantId}::uuid and i.customer_id = ${customerId}::uuid and i.currency = ${currency}
    and i.state = 'issued'
  union all ${payments(ctx, customerId, currency)}
  union all ${fromElsewhere(ctx, customerId, currency)}
  union all ${letGo(ctx, customerId, currency)}`;

/** What the customer owed before a day. */
export async function debtBefore(
  ctx: TxCtx,
  customerId: string,
  currency: string,
  day: string,
): Promise<bigint> {
  const [row] = await ctx.tx.query<{ debt: bigint }>(sql`
    select coalesce(sum(amount), 0)::bigint as debt from (${moves(ctx, customerId, currency)}) m
    where m.day < ${day}::date`);
  return row?.debt ?? 0n;
}

/** Moves of a period in their order, at most `most`. */
export const movesIn = (
  ctx: TxCtx,
  customerId: string,
  currency: string,
  period: { from: string; to: string },
  most: number,
): Promise<Move[]> =>
  ctx.tx.query<Move>(sql`
    select m.day as date, m.kind, m.number, m.id, m.due_date as "dueDate", m.amount as "amountMinor",
      m.open as "openMinor"
    from (${moves(ctx, customerId, currency)}) m
    where m.day between ${period.from}::date and ${period.to}::date
    order by m.day, m.amount < 0, m.created_at, m.id limit ${most}`);

/** Currencies in which a customer has documents or payments. */
export async function currenciesOf(ctx: TxCtx, customerId: string): Promise<string[]> {
  const rows = await ctx.tx.query<{ currency: string }>(sql`
    select currency from invoices
    where tenant_id = ${ctx.tenantId}::uuid and customer_id = ${customerId}::uuid and state = 'issued'
    union select currency from payments
    where tenant_id = ${ctx.tenantId}::uuid and customer_id = ${customerId}::uuid and voided_at is null
    order by currency`);
  return rows.map(({ currency }) => currency);
}
