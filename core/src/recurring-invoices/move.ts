import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { enqueue } from '../platform/outbox';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { seriesInTenant } from './get';
import { ended, lockSeries, ruleOf, seriesRecord, type SeriesRow } from './internal';
import { recurringInvoicesRun } from './jobs';
import { nextDateOf } from './plan';
import { recurringPolicy } from './policy';
import { ResumeRecurringInvoiceInput, type RecurringInvoiceDto } from './schemas';
import { planNext } from './write';

async function change(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  work: (ctx: TxCtx, row: SeriesRow) => Promise<void>,
): Promise<RecurringInvoiceDto> {
  demand(ctx, recurringPolicy.write);
  return withTx(ctx, async (ctx) => {
    const row = await lockSeries(ctx, id);
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    await work(ctx, row);
    return seriesInTenant(ctx, id);
  });
}

const set = (ctx: TxCtx, id: string, fields: Sql) =>
  ctx.tx.execute(sql`
    update recurring_invoices set ${fields}, version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);

/** Makes no invoices until it is resumed. A second time changes nothing. @throws AppError `stale`, `not-found`, `conflict` */
export const pauseRecurringInvoice = (ctx: Ctx, id: string, expectedVersion?: number) =>
  change(ctx, id, expectedVersion, async (ctx, row) => {
    if (row.endedAt) throw ended();
    if (row.pausedAt) return;
    await set(ctx, id, sql`paused_at = ${ctx.clock()}, pause_reason = 'by_hand', due_at = null`);
    await audit(ctx, seriesRecord('pause', row));
  });

/**
 * Goes on after a pause. Dates that passed meanwhile are left out, or made up for with `missed: 'make'`.
 * @throws AppError `stale`, `not-found`, `conflict`
 */
export async function resumeRecurringInvoice(
  ctx: Ctx,
  id: string,
  input: ResumeRecurringInvoiceInput = {},
  expectedVersion?: number,
): Promise<RecurringInvoiceDto> {
  const { missed } = parse(ResumeRecurringInvoiceInput, input);
  return change(ctx, id, expectedVersion, async (ctx, row) => {
    if (row.endedAt) throw ended();
    if (!row.pausedAt) return;
    const today = localDate(ctx.clock(), (await getTenant(ctx)).timeZone);
    await set(ctx, id, sql`paused_at = null, pause_reason = null, caught_up = 0`);
    const progress = { ...row, rule: ruleOf(row) };
    await planNext(ctx, id, missed === 'make' ? row.nextDate : nextDateOf(progress, today));
    await audit(ctx, seriesRecord('resume', row, { missed: { to: missed } }));
  });
}

/** Makes no more invoices, for good. A second time changes nothing. @throws AppError `stale`, `not-found` */
export const endRecurringInvoice = (ctx: Ctx, id: string, expectedVersion?: number) =>
  change(ctx, id, expectedVersion, async (ctx, row) => {
    if (row.endedAt) return;
    await set(
      ctx,
      id,
      sql`ended_at = ${ctx.clock()}, next_date = null, due_at = null, paused_at = null, pause_reason = null, failure = null`,
    );
    await audit(ctx, seriesRecord('end', row));
  });

/** Tries now what has failed, instead of at the next turn. @throws AppError `stale`, `not-found` */
export const retryRecurringInvoice = (ctx: Ctx, id: string, expectedVersion?: number) =>
  change(ctx, id, expectedVersion, async (ctx, row) => {
    const now = ctx.clock();
    if (row.failure && !row.pausedAt && !row.endedAt)
      await ctx.tx.execute(sql`
        update recurring_invoices set due_at = ${now} where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    await ctx.tx.execute(sql`
      update recurring_runs set due_at = ${now}
      where tenant_id = ${ctx.tenantId}::uuid and recurring_invoice_id = ${id}::uuid and step <> 'done'`);
    await enqueue(ctx, recurringInvoicesRun, {});
  });

/** Tries no more to issue or send the invoices that wait: someone sees to them. @throws AppError `stale`, `not-found` */
export const settleRecurringRuns = (ctx: Ctx, id: string, expectedVersion?: number) =>
  change(ctx, id, expectedVersion, async (ctx, row) => {
    const settled = await ctx.tx.execute(sql`
      update recurring_runs set step = 'done', due_at = null, failure = null
      where tenant_id = ${ctx.tenantId}::uuid and recurring_invoice_id = ${id}::uuid and step <> 'done'`);
    if (settled > 0) await audit(ctx, seriesRecord('settle', row));
  });
