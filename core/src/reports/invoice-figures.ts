import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { readOne } from '../platform/tx';
import { getTenant } from '../tenants';
import type { InvoiceFigures } from './schemas';

interface Row {
  what: 'open' | 'overdue' | 'paid' | 'draft';
  currency: string;
  count: number;
  amount: bigint;
}

/**
 * What is open, what of it is overdue, what was received since the first of the month, and what waits as a draft: read
 * from indexes that hold only what is not settled, this month's payments, and drafts.
 */
export async function invoiceFigures(ctx: Ctx): Promise<InvoiceFigures> {
  demand(ctx, 'invoices:read');
  const { timeZone, currency: own } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const rows = await readOne<Row>(
    ctx,
    sql`
    select case when due_date < ${today}::date then 'overdue' else 'open' end as what, currency, count(*)::int as count,
      sum(payable_minor - settled_minor)::bigint as amount
    from invoices
    where tenant_id = ${ctx.tenantId}::uuid and state = 'issued' and settled_minor <> payable_minor
      and kind <> 'credit_note' and payable_minor > settled_minor
    group by 1, 2
    union all
    select 'paid', currency, count(*)::int,
      sum(case direction when 'in' then amount_minor else -amount_minor end)::bigint
    from payments
    where tenant_id = ${ctx.tenantId}::uuid and voided_at is null
      and day between ${`${today.slice(0, 8)}01`}::date and ${today}::date
    group by currency
    union all
    select 'draft', currency, count(*)::int,
      sum(case when kind = 'credit_note' then -total_minor else total_minor end)::bigint
    from invoices where tenant_id = ${ctx.tenantId}::uuid and state = 'draft' group by currency`,
    'each-time',
  );
  const part = (...what: Row['what'][]) => {
    const chosen = rows.filter((row) => what.includes(row.what));
    const amounts = new Map<string, bigint>([[own, 0n]]);
    for (const { currency, amount } of chosen) amounts.set(currency, (amounts.get(currency) ?? 0n) + amount);
    return {
      count: chosen.reduce((sum, row) => sum + row.count, 0),
      amounts: [...amounts].map(([currency, amount]) => ({ amount: amount.toString(), currency })),
    };
  };
  const { amounts } = part('paid');
  return {
    open: part('open', 'overdue'),
    overdue: part('overdue'),
    paidThisMonth: { amounts },
    drafts: part('draft'),
    today,
  };
}
