import type { Ctx } from '../platform/context';
import { empty, sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { todayOf } from './period';
import { ages, OpenItemsInput, type OpenItemsReport, type OpenItemsSums } from './schemas';

interface Row {
  whole: number;
  customer: string | null;
  name: string | null;
  currency: string;
  documents: number;
  notDue: bigint;
  days30: bigint;
  days60: bigint;
  days90: bigint;
  older: bigint;
  credits: bigint;
  total: bigint;
}

/**
 * The documents that were not settled at the end of a day, with what was open of each: what is open now and what was
 * settled since, so that only these are read and not all that was ever issued. What was voided since is left out.
 */
const openOn = (ctx: Ctx, day: string, currency: string | undefined): Sql => sql`
  later as materialized (
    select invoice_id, sum(amount_minor)::bigint as amount from allocations
    where tenant_id = ${ctx.tenantId}::uuid and day > ${day}::date group by invoice_id),
  candidates as (
    select customer_id, currency, kind, due_date, issue_date, payable_minor - settled_minor + coalesce(l.amount, 0) as open
    from invoices i left join later l on l.invoice_id = i.id
    where i.tenant_id = ${ctx.tenantId}::uuid and i.state = 'issued' and i.settled_minor <> i.payable_minor
    union all
    select customer_id, currency, kind, due_date, issue_date, l.amount from later l
    join invoices i on i.tenant_id = ${ctx.tenantId}::uuid and i.id = l.invoice_id
    where i.state = 'issued' and i.settled_minor = i.payable_minor),
  items as (
    select customer_id, currency, case when kind = 'credit_note' then -open else open end as open,
      kind = 'credit_note' or open < 0 as credit, ${day}::date - due_date as late
    from candidates
    where open <> 0 and issue_date <= ${day}::date ${currency ? sql`and currency = ${currency}` : empty})`;

const statement = (ctx: Ctx, day: string, currency: string | undefined, limit: number): Sql => sql`
  with ${openOn(ctx, day, currency)},
  sums as materialized (
    select grouping(customer_id) as whole, customer_id, currency, count(*)::int as documents,
      coalesce(sum(open) filter (where not credit and coalesce(late, 0) <= 0), 0)::bigint as "notDue",
      coalesce(sum(open) filter (where not credit and late between 1 and 30), 0)::bigint as days30,
      coalesce(sum(open) filter (where not credit and late between 31 and 60), 0)::bigint as days60,
      coalesce(sum(open) filter (where not credit and late between 61 and 90), 0)::bigint as days90,
      coalesce(sum(open) filter (where not credit and late > 90), 0)::bigint as older,
      coalesce(sum(open) filter (where credit), 0)::bigint as credits, sum(open)::bigint as total
    from items group by grouping sets ((customer_id, currency), (currency)))
  (select s.whole, s.customer_id as customer, c.name, s.currency, documents, "notDue", days30, days60, days90, older, credits, total
   from sums s left join customers c on c.tenant_id = ${ctx.tenantId}::uuid and c.id = s.customer_id
   where whole = 0 order by total desc, c.name, s.customer_id, s.currency limit ${limit + 1})
  union all
  (select whole, null, null, currency, documents, "notDue", days30, days60, days90, older, credits, total
   from sums where whole = 1 order by currency)`;

function toSums(row: Row): OpenItemsSums {
  const money = (amount: bigint) => ({ amount: amount.toString(), currency: row.currency });
  const [notDue, days30, days60, days90, older] = ages.map((age) => money(row[age]));
  const byAge = { notDue, days30, days60, days90, older } as Pick<OpenItemsSums, (typeof ages)[number]>;
  return { ...byAge, credits: money(row.credits), total: money(row.total), documents: row.documents };
}

/** As `openItems`, with up to `most` rows where there is a reason for more than a screen's. */
export async function readOpenItems(
  ctx: Ctx,
  input: OpenItemsInput,
  most?: number,
): Promise<OpenItemsReport> {
  demand(ctx, 'reports:read');
  const parsed = parse(OpenItemsInput, input);
  const { day: given, currency } = parsed;
  const limit = most ?? parsed.limit;
  const day = given ?? (await todayOf(ctx));
  const rows = await readOne<Row>(ctx, statement(ctx, day, currency, limit), 'each-time');
  const customers = rows.filter((row) => row.whole === 0);
  return {
    day,
    rows: customers.slice(0, limit).map((row) => ({
      customer: row.customer === null ? null : { id: row.customer, name: row.name ?? '' },
      ...toSums(row),
    })),
    totals: rows.filter((row) => row.whole === 1).map(toSums),
    more: customers.length > limit,
  };
}

/** Who owed what at the end of a day, by how late it was: per customer and currency, the largest first. */
export const openItems = (ctx: Ctx, input: OpenItemsInput): Promise<OpenItemsReport> =>
  readOpenItems(ctx, input);
