import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { enqueue } from '../platform/outbox';
import { getTenant } from '../tenants';
import { recurringInvoicesRun } from './jobs';
import { dueAtOf } from './plan';

/** Sets the date that comes next, or ends the series where there is none; what is due already is made at once. */
export async function planNext(ctx: TxCtx, id: string, nextDate: string | null): Promise<void> {
  const now = ctx.clock();
  const { timeZone } = await getTenant(ctx);
  const dueAt = nextDate ? dueAtOf(nextDate, timeZone) : null;
  await ctx.tx.execute(sql`
    update recurring_invoices set next_date = ${nextDate}::date,
      due_at = case when paused_at is null then ${dueAt}::timestamptz end,
      ended_at = ${nextDate ? null : now}::timestamptz, failure = null, failures = 0
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
  if (dueAt && dueAt <= now) await enqueue(ctx, recurringInvoicesRun, {});
}
