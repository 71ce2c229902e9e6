import type { Ctx } from '../platform/context';
import { join, sql } from '../platform/db';
import { parse } from '../platform/errors';
import { atMost, keyset, toPage, type Page, type SortKey } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { seriesWith, toSummary, type SummaryRow } from './get';
import { recurringPolicy } from './policy';
import { ListRecurringInvoicesInput, type RecurringInvoiceSummaryDto } from './schemas';

const sortKeys: Readonly<Record<'nextDate', SortKey>> = {
  // Those that have ended have no next date and come last.
  nextDate: {
    expression: sql`to_char(coalesce(r.next_date, '9999-12-31'::date), 'YYYY-MM-DD')`,
    type: 'text',
  },
};

const states = {
  active: sql`r.ended_at is null and r.paused_at is null`,
  paused: sql`r.ended_at is null and r.paused_at is not null`,
  ended: sql`r.ended_at is not null`,
};

const failing = sql`(r.failure is not null or r.pause_reason = 'catch_up' or exists (
  select from recurring_runs w where w.tenant_id = r.tenant_id and w.recurring_invoice_id = r.id
    and w.step <> 'done' and w.failure is not null))`;

/** One page of series, those that are due next first. */
export async function listRecurringInvoices(
  ctx: Ctx,
  input: ListRecurringInvoicesInput = {},
): Promise<Page<RecurringInvoiceSummaryDto>> {
  demand(ctx, recurringPolicy.read);
  const { limit, cursor, ...filters } = parse(ListRecurringInvoicesInput, input);
  const { after, order, value } = keyset(sortKeys, sql`r.id`, 'nextDate', cursor);
  const conditions = [sql`r.tenant_id = ${ctx.tenantId}::uuid`, after];
  if (filters.state) conditions.push(states[filters.state]);
  if (filters.failing) conditions.push(failing);
  if (filters.customerId) conditions.push(sql`r.customer_id = ${filters.customerId}::uuid`);
  if (filters.q) {
    const pattern = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(r.name ilike ${pattern} or c.name ilike ${pattern})`);
  }
  const rows = await readOne<SummaryRow & { sortValue: string }>(
    ctx,
    seriesWith(
      join(conditions, ' and '),
      sql`order by ${order} ${atMost(limit + 1)}`,
      sql`, ${value} as "sortValue"`,
    ),
    'each-time',
  );
  const page = toPage(rows, limit, 'nextDate', (row) => row.sortValue);
  return { rows: page.rows.map(toSummary), nextCursor: page.nextCursor };
}
