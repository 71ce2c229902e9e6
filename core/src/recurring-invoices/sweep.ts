import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { enqueueFor } from '../platform/outbox';
import { withSystemTx, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { recurringInvoicesRun } from './jobs';
import { dueAtOf } from './plan';

/**
 * Finds the companies in which something is due, by two small indexes, and hands each to a job of its own.
 * @returns how many
 */
export async function sweepRecurringInvoices(now = new Date()): Promise<number> {
  return withSystemTx(async (tx) => {
    const due = await tx.query<{ tenantId: string }>(sql`
      select tenant_id as "tenantId" from (
        select tenant_id from recurring_invoices where due_at <= ${now}
        union select tenant_id from recurring_runs where due_at <= ${now}) due
      where not exists (select from outbox o where o.tenant_id = due.tenant_id
        and o.job = ${recurringInvoicesRun.name} and o.failed_at is null)`);
    for (const { tenantId } of due) await enqueueFor(tx, tenantId, recurringInvoicesRun, {});
    return due.length;
  });
}

/** Puts the hours of all series right after the company has moved to another time zone. */
export async function replanRecurringInvoices(ctx: Ctx): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const { timeZone } = await getTenant(ctx);
    const dates = await ctx.tx.query<{ date: string }>(sql`
      select distinct next_date as date from recurring_invoices
      where tenant_id = ${ctx.tenantId}::uuid and due_at is not null and failure is null`);
    const rows = dates.map(({ date }) => ({ date, at: dueAtOf(date, timeZone) }));
    await ctx.tx.execute(sql`
      update recurring_invoices r set due_at = d.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(date date, at timestamptz)
      where r.tenant_id = ${ctx.tenantId}::uuid and r.next_date = d.date and r.due_at is not null and r.failure is null`);
  });
}
