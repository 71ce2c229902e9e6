import type { Ctx } from '../platform/context';
import { empty, sql, type Sql } from '../platform/db';

/** An invoice for which a level is due. */
export interface DueRow {
  customerId: string;
  customerName: string;
  emails: string[];
  invoiceId: string;
  kind: 'invoice' | 'deposit';
  number: string;
  issueDate: string;
  dueDate: string;
  daysLate: number;
  currency: string;
  payable: bigint;
  open: bigint;
  levelId: string;
  levelName: string;
  levelDays: number;
  levelFee: bigint;
}

/** Money that a customer may be reminded of: issued, neither voided nor settled nor paused. The invoices `i`. */
const reminded = (ctx: Ctx, today: string): Sql => sql`
  i.tenant_id = ${ctx.tenantId}::uuid and i.state = 'issued' and i.payment_state in ('open', 'partly_paid')
  and i.kind in ('invoice', 'deposit') and i.payable_minor > 0 and i.customer_id is not null
  and i.due_date is not null and not i.reminders_paused
  and not exists (select from reminder_pauses p where p.tenant_id = i.tenant_id and p.customer_id = i.customer_id
    and (p.until is null or p.until >= ${today}::date))`;

/**
 * The level that comes next for the invoice `i`: the lowest one above all that it has had. A note before the due date
 * has no place any more once that date has come.
 */
const nextLevel = (today: string): Sql => sql`
  left join lateral (
    select max(l.days) as days, max(r.day) as day from reminders r
    join reminder_levels l on l.tenant_id = r.tenant_id and l.id = r.level_id
    where r.tenant_id = i.tenant_id and r.invoice_id = i.id) had on true
  join lateral (
    select l.id, l.name, l.days, l.gap_days, l.fee_minor from reminder_levels l
    where l.tenant_id = i.tenant_id and l.removed_at is null and (had.days is null or l.days > had.days)
      and (l.days >= 0 or i.due_date > ${today}::date)
    order by l.days limit 1) level
    on i.due_date + level.days <= ${today}::date and (had.day is null or had.day + level.gap_days <= ${today}::date)`;

/**
 * Invoices with the level that is due on a local date, by customer, currency and due date.
 * @param customers a condition on the invoices `i` that picks the customers
 * @param lock keeps what settles, pauses or voids the invoices waiting until the transaction ends
 */
export const dueRows = (ctx: Ctx, today: string, customers: Sql, lock = false): Sql => sql`
  select i.customer_id as "customerId", c.name as "customerName", c.emails, i.id as "invoiceId", i.kind, i.number,
    i.issue_date as "issueDate", i.due_date as "dueDate", ${today}::date - i.due_date as "daysLate", i.currency,
    i.payable_minor as payable, i.payable_minor - i.settled_minor as open, level.id as "levelId",
    level.name as "levelName", level.days as "levelDays", level.fee_minor as "levelFee"
  from invoices i
  join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
  ${nextLevel(today)}
  where ${reminded(ctx, today)} and ${customers}
  order by i.customer_id, i.currency, i.due_date, i.id ${lock ? sql`for no key update of i` : empty}`;

/** The next customers, in the order of their ids, who have something to be reminded of. */
export const dueCustomers = (ctx: Ctx, today: string, after: string | null, limit: number): Sql => sql`
  select i.customer_id as "customerId"
  from invoices i
  ${nextLevel(today)}
  where ${reminded(ctx, today)} and (${after}::uuid is null or i.customer_id > ${after}::uuid)
  group by i.customer_id order by i.customer_id limit ${limit}`;

/** How many letters are due: one for each customer, currency and kind. */
export const countLetters = (ctx: Ctx, today: string): Sql => sql`
  select count(*)::int as count from (
    select distinct i.customer_id, i.currency, level.days < 0
    from invoices i
    ${nextLevel(today)}
    where ${reminded(ctx, today)}) letters`;
