import type { AuditRecord } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, isAppError, notFound, type AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { RecurrenceRuleInput, type PeriodKind, type RecurrenceRule, InvoiceTemplate } from './schemas';
import type { RunFailure } from './schemas';
import type { PauseReason, RecurringMode } from './states';

/** A series as the database gives it; dates are local ones. */
export interface SeriesRow {
  id: string;
  name: string;
  customerId: string;
  rule: unknown;
  period: PeriodKind;
  mode: RecurringMode;
  template: unknown;
  templateOrderId: string | null;
  nextDate: string | null;
  lastDate: string | null;
  made: number;
  caughtUp: number;
  dueAt: Date | null;
  failure: RunFailure | null;
  failures: number;
  pausedAt: Date | null;
  pauseReason: PauseReason | null;
  endedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Columns of a `SeriesRow`, of the table as `r`. */
export const seriesColumns = sql`
  r.id, r.name, r.customer_id as "customerId", r.rule, r.period, r.mode, r.template,
  r.template_order_id as "templateOrderId", r.next_date as "nextDate", r.last_date as "lastDate", r.made,
  r.caught_up as "caughtUp", r.due_at as "dueAt", r.failure, r.failures, r.paused_at as "pausedAt",
  r.pause_reason as "pauseReason", r.ended_at as "endedAt", r.version, r.created_at as "createdAt",
  r.updated_at as "updatedAt"`;

// jsonb keeps no order of keys; reading them by their schema makes equal values equal as text.
export const ruleOf = (row: { rule: unknown }): RecurrenceRule => RecurrenceRuleInput.parse(row.rule);
export const templateOf = (row: { template: unknown }): InvoiceTemplate | null =>
  row.template === null ? null : InvoiceTemplate.parse(row.template);

/** The part of a series that people edit. */
export const dataOf = (row: SeriesRow) => ({
  name: row.name,
  customerId: row.customerId,
  rule: ruleOf(row),
  period: row.period,
  mode: row.mode,
  template: templateOf(row),
  templateOrderId: row.templateOrderId,
});
export type SeriesData = ReturnType<typeof dataOf>;

/** The series, locked for a change. @throws AppError `not-found`, also for another company's */
export async function lockSeries(ctx: TxCtx, id: string): Promise<SeriesRow> {
  if (!isId(id)) throw notFound('recurring invoice');
  const [row] = await ctx.tx.query<SeriesRow>(sql`
    select ${seriesColumns} from recurring_invoices r
    where r.tenant_id = ${ctx.tenantId}::uuid and r.id = ${id}::uuid for update`);
  if (!row) throw notFound('recurring invoice');
  return row;
}

export const ended = () => conflict('This series has ended. Make a new one to go on.', 'recurring-ended');

export const seriesRecord = (
  verb: string,
  series: { id: string; name: string },
  changes: AuditRecord['changes'] = {},
): AuditRecord => ({
  action: `recurring-invoice.${verb}`,
  entityType: 'recurring-invoice',
  entityId: series.id,
  entityName: series.name,
  changes,
});

/** What is kept of an error: expected ones say what to do, others are told in the log alone. */
export const failureOf = (error: unknown): RunFailure => {
  const told: AppError | null = isAppError(error) ? error : null;
  return {
    code: told?.code ?? 'unexpected',
    reason: told?.reason ?? null,
    message: told?.message ?? 'Something went wrong on our side. It is tried again.',
    faults: told?.faults ?? [],
  };
};
