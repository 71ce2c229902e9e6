import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { companyOf } from './book';
import { isOpen, openColumns, openSource, toOpenDocument, type OpenDocument } from './open-documents';
import { paymentPolicy } from './policy';
import { paymentColumns, paymentJoins, toPayment, type PaymentRow } from './rows';
import type { AccountBalanceDto, CustomerAccountDto } from './schemas';

const MOST = 500;

interface Sums {
  currency: string;
  openMinor: bigint;
  overdueMinor: bigint;
  creditMinor: bigint;
}

const sumsOf = (ctx: TxCtx, customerId: string, today: string) =>
  ctx.tx.query<Sums>(sql`
    select currency, sum(open)::bigint as "openMinor", sum(overdue)::bigint as "overdueMinor",
      sum(credit)::bigint as "creditMinor"
    from (
      select i.currency, case when i.kind <> 'credit_note' then i.payable_minor - i.settled_minor else 0 end as open,
        case when i.kind <> 'credit_note' and i.due_date < ${today}::date
          then i.payable_minor - i.settled_minor else 0 end as overdue,
        case when i.kind = 'credit_note' then i.payable_minor - i.settled_minor else 0 end as credit
      from invoices i
      where i.tenant_id = ${ctx.tenantId}::uuid and i.customer_id = ${customerId}::uuid and ${isOpen}
      union all
      -- What was given back and settles no credit note is owed to the company.
      select p.currency, 0, 0, case p.direction when 'in' then p.credit_minor else -p.credit_minor end
      from payments p
      where p.tenant_id = ${ctx.tenantId}::uuid and p.customer_id = ${customerId}::uuid and p.credit_minor > 0
    ) x group by currency order by currency`);

const toBalance = ({ currency, openMinor, overdueMinor, creditMinor }: Sums): AccountBalanceDto => {
  const money = (minor: bigint) => ({ amount: minor.toString(), currency });
  return {
    currency,
    open: money(openMinor),
    overdue: money(overdueMinor),
    credit: money(creditMinor),
    balance: money(openMinor - creditMinor),
  };
};

/** @throws AppError `not-found`, also for another company's */
export async function customerInTenant(ctx: TxCtx, id: string): Promise<{ id: string; name: string }> {
  const [row] = isId(id)
    ? await ctx.tx.query<{ id: string; name: string }>(sql`
        select id, name from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`)
    : [];
  if (!row) throw notFound('customer');
  return row;
}

/** What a customer owes and has today: the balance of each currency, what is open, and what is not allocated. */
export async function customerAccount(ctx: Ctx, customerId: string): Promise<CustomerAccountDto> {
  demand(ctx, paymentPolicy.read);
  return withTx(ctx, async (ctx) => {
    await customerInTenant(ctx, customerId);
    const { today } = await companyOf(ctx);
    const sums = await sumsOf(ctx, customerId, today);
    const documents = await ctx.tx.query<OpenDocument>(sql`
      select ${openColumns} from ${openSource}
      where i.tenant_id = ${ctx.tenantId}::uuid and i.customer_id = ${customerId}::uuid and ${isOpen}
      order by coalesce(i.due_date, i.issue_date), i.id limit ${MOST}`);
    const credits = await ctx.tx.query<PaymentRow>(sql`
      select ${paymentColumns} from payments p ${paymentJoins}
      where p.tenant_id = ${ctx.tenantId}::uuid and p.customer_id = ${customerId}::uuid and p.credit_minor > 0
        and p.direction = 'in'
      order by p.day, p.id limit ${MOST}`);
    return {
      balances: sums.map(toBalance),
      openDocuments: documents.map(toOpenDocument),
      credits: credits.map(toPayment),
    };
  });
}
