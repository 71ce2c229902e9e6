import { createInvoice } from '../invoices';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { inputOf } from './input';
import { failureOf, ruleOf, seriesColumns, seriesRecord, type SeriesRow } from './internal';
import { advance, dueAtOf, retryAt } from './plan';
import { stepAfter } from './states';

interface Due extends SeriesRow {
  customerLanguage: string | null;
}

/** The series that is due the longest; those that others work on are left out. */
async function nextDue(ctx: TxCtx): Promise<Due | undefined> {
  const [row] = await ctx.tx.query<Due>(sql`
    select ${seriesColumns}, c.language as "customerLanguage"
    from recurring_invoices r join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    where r.tenant_id = ${ctx.tenantId}::uuid and r.due_at <= ${ctx.clock()}
    order by r.due_at, r.id limit 1 for update of r skip locked`);
  return row;
}

/** Moves the series on to its next date; at its end, or after too many missed dates, there is none for now. */
async function moveOn(ctx: TxCtx, series: SeriesRow, date: string): Promise<void> {
  const now = ctx.clock();
  const { timeZone } = await getTenant(ctx);
  const rule = ruleOf(series);
  const { nextDate, made, caughtUp, waits } = advance({ ...series, rule }, date, now, timeZone);
  const dueAt = nextDate && !waits ? dueAtOf(nextDate, timeZone) : null;
  await ctx.tx.execute(sql`
    update recurring_invoices set last_date = ${date}::date, next_date = ${nextDate}::date, made = ${made},
      caught_up = ${caughtUp}, due_at = ${dueAt}::timestamptz, failure = null, failures = 0,
      ended_at = ${nextDate ? null : now}::timestamptz, paused_at = ${waits ? now : null}::timestamptz,
      pause_reason = ${waits ? 'catch_up' : null}, updated_at = ${now}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${series.id}::uuid`);
  if (waits) await audit(ctx, seriesRecord('pause', series, { nextDate: { to: nextDate } }));
  if (!nextDate) await audit(ctx, seriesRecord('end', series));
}

async function makeInvoice(ctx: TxCtx, series: Due, date: string): Promise<void> {
  const input = await inputOf(ctx, series, date, series.customerLanguage);
  const origin = { recurringInvoiceId: series.id, recurringPeriod: date };
  const invoice = await createInvoice(ctx, input, origin);
  const step = stepAfter(series.mode, 'make');
  const dueAt = step === 'done' ? null : ctx.clock();
  await ctx.tx.execute(sql`
    insert into recurring_runs (tenant_id, recurring_invoice_id, period, invoice_id, step, due_at, created_at)
    values (${ctx.tenantId}::uuid, ${series.id}::uuid, ${date}, ${invoice.id}::uuid, ${step},
      ${dueAt}::timestamptz, ${ctx.clock()})`);
}

const isMade = async (ctx: TxCtx, series: SeriesRow, date: string): Promise<boolean> => {
  const rows = await ctx.tx.query(sql`
    select 1 from recurring_runs
    where tenant_id = ${ctx.tenantId}::uuid and recurring_invoice_id = ${series.id}::uuid and period = ${date}`);
  return rows.length > 0;
};

/** Notes on the series why its next date failed, and when it is tried again; others go on meanwhile. */
async function noteFailure(ctx: Ctx, { id, nextDate }: SeriesRow, error: unknown): Promise<void> {
  const now = ctx.clock();
  const failure = JSON.stringify(failureOf(error));
  await withTx(ctx, async (ctx) => {
    const [row] = await ctx.tx.query<{ failures: number }>(sql`
      select failures from recurring_invoices where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid
        and next_date = ${nextDate}::date and due_at <= ${now} for update`);
    if (!row) return;
    const failures = row.failures + 1;
    await ctx.tx.execute(sql`
      update recurring_invoices set failure = ${failure}::jsonb, failures = ${failures},
        due_at = ${retryAt(now, failures)}, updated_at = ${now}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
  });
  ctx.log.warn(
    { err: error, operation: 'recurring-invoice.make', seriesId: id },
    'a recurring invoice failed',
  );
}

/**
 * Makes the invoice that is due the longest, and moves its series on, in one transaction.
 * @returns false where nothing is due
 */
export async function makeNext(ctx: Ctx): Promise<boolean> {
  let working: SeriesRow | undefined;
  try {
    return await withTx(ctx, async (ctx) => {
      const series = await nextDue(ctx);
      working = series;
      const date = series?.nextDate;
      if (!series || !date) return false;
      if (!(await isMade(ctx, series, date))) await makeInvoice(ctx, series, date);
      await moveOn(ctx, series, date);
      return true;
    });
  } catch (error) {
    if (!working) throw error;
    await noteFailure(ctx, working, error);
    return true;
  }
}
