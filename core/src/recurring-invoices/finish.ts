import { issueInvoice } from '../invoices';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { sendDocument } from '../sharing';
import { failureOf } from './internal';
import { retryAt } from './plan';
import { stepAfter, type RecurringMode, type RunStep } from './states';

interface Run {
  seriesId: string;
  period: string;
  step: RunStep;
  mode: RecurringMode;
  invoiceId: string | null;
  state: string | null;
  documentId: string | null;
  sentAt: Date | null;
  failures: number;
}

/** The invoice that has waited the longest to be issued or sent. */
async function nextRun(ctx: TxCtx): Promise<Run | undefined> {
  const [row] = await ctx.tx.query<Run>(sql`
    select w.recurring_invoice_id as "seriesId", w.period, w.step, r.mode, i.id as "invoiceId", i.state,
      i.document_id as "documentId", i.sent_at as "sentAt", w.failures
    from recurring_runs w
    join recurring_invoices r on r.tenant_id = w.tenant_id and r.id = w.recurring_invoice_id
    left join invoices i on i.tenant_id = w.tenant_id and i.id = w.invoice_id
    where w.tenant_id = ${ctx.tenantId}::uuid and w.due_at <= ${ctx.clock()}
    order by w.due_at, w.period, w.recurring_invoice_id limit 1 for update of w skip locked`);
  return row;
}

const setStep = (ctx: TxCtx, run: Run, step: RunStep) =>
  ctx.tx.execute(sql`
    update recurring_runs set step = ${step}, failure = null, failures = 0,
      due_at = ${step === 'done' ? null : ctx.clock()}::timestamptz
    where tenant_id = ${ctx.tenantId}::uuid and recurring_invoice_id = ${run.seriesId}::uuid
      and period = ${run.period}`);

/** One step of one invoice. What people have done with it meanwhile (issued, sent, deleted, voided) is not done again. */
async function takeStep(ctx: TxCtx, run: Run): Promise<void> {
  if (!run.invoiceId || run.state === 'voided') {
    await setStep(ctx, run, 'done');
  } else if (run.step === 'issue') {
    await setStep(ctx, run, stepAfter(run.mode, 'issue'));
    // Last, since others wait for the number that it takes.
    if (run.state === 'draft') await issueInvoice(ctx, run.invoiceId);
  } else {
    await setStep(ctx, run, 'done');
    if (run.sentAt || !run.documentId) return;
    await sendDocument(ctx, run.documentId, {}, `recurring-${run.seriesId}-${run.period}`);
  }
}

async function noteFailure(ctx: Ctx, run: Run, error: unknown): Promise<void> {
  const failures = run.failures + 1;
  await withTx(ctx, ({ tx }) =>
    tx.execute(sql`
      update recurring_runs set failure = ${JSON.stringify(failureOf(error))}::jsonb, failures = ${failures},
        due_at = ${retryAt(ctx.clock(), failures)}
      where tenant_id = ${ctx.tenantId}::uuid and recurring_invoice_id = ${run.seriesId}::uuid
        and period = ${run.period} and step = ${run.step} and due_at <= ${ctx.clock()}`),
  );
  ctx.log.warn(
    { err: error, operation: `recurring-invoice.${run.step}`, invoiceId: run.invoiceId },
    'a recurring invoice waits',
  );
}

/**
 * Issues or sends the invoice that has waited the longest, one step in one transaction.
 * @returns false where nothing waits
 */
export async function finishNext(ctx: Ctx): Promise<boolean> {
  let working: Run | undefined;
  try {
    return await withTx(ctx, async (ctx) => {
      working = await nextRun(ctx);
      if (working) await takeStep(ctx, working);
      return working !== undefined;
    });
  } catch (error) {
    if (!working) throw error;
    await noteFailure(ctx, working, error);
    return true;
  }
}
