import type { Ctx, TxCtx } from '../platform/context';
import { raw, sql, type Sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { addDays } from '../platform/time';
import { withTx } from '../platform/tx';
import { ruleOf, seriesColumns, templateOf, type SeriesRow } from './internal';
import { recurringPolicy } from './policy';
import { nextDates, periodOf, type PeriodKind, type RecurrenceRule } from './recurrence';
import type {
  RecurringDate,
  RecurringInvoiceDto,
  RecurringInvoiceSummaryDto,
  RecurringRunDto,
  RunFailure,
} from './schemas';
import { stateOf, type RunStep } from './states';

const SHOWN = 5;
const RUNS = 50;

export interface SummaryRow extends SeriesRow {
  customerName: string;
  lastInvoiceId: string | null;
  lastNumber: string | null;
  lastTotal: bigint | null;
  lastCurrency: string | null;
  runFailure: RunFailure | null;
}

/** Series with what the list shows of them; `where` is on `r`, the rest follows it. */
export const seriesWith = (where: Sql, more: Sql, extra: Sql = raw('')): Sql => sql`
  select ${seriesColumns}, c.name as "customerName", last.invoice_id as "lastInvoiceId", last.number as "lastNumber",
    last.total_minor as "lastTotal", last.currency as "lastCurrency",
    (select w.failure from recurring_runs w where w.tenant_id = r.tenant_id and w.recurring_invoice_id = r.id
       and w.step <> 'done' and w.failure is not null order by w.period desc limit 1) as "runFailure" ${extra}
  from recurring_invoices r
  join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
  left join lateral (
    select w.invoice_id, i.number, i.total_minor, i.currency
    from recurring_runs w join invoices i on i.tenant_id = w.tenant_id and i.id = w.invoice_id
    where w.tenant_id = r.tenant_id and w.recurring_invoice_id = r.id order by w.period desc limit 1) last on true
  where ${where} ${more}`;

export const toSummary = (row: SummaryRow): RecurringInvoiceSummaryDto => ({
  id: row.id,
  name: row.name,
  customer: { id: row.customerId, name: row.customerName },
  rule: ruleOf(row),
  period: row.period,
  mode: row.mode,
  state: stateOf({ paused: row.pausedAt !== null, ended: row.endedAt !== null }),
  pauseReason: row.pauseReason,
  nextDate: row.nextDate,
  lastDate: row.lastDate,
  made: row.made,
  lastInvoice: row.lastInvoiceId
    ? {
        id: row.lastInvoiceId,
        number: row.lastNumber,
        total: { amount: (row.lastTotal ?? 0n).toString(), currency: row.lastCurrency ?? '' },
      }
    : null,
  failure: row.failure ?? row.runFailure,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const withPeriods = (rule: RecurrenceRule, kind: PeriodKind, dates: string[]): RecurringDate[] =>
  dates.map((date) => ({ date, period: periodOf(rule, date, kind) }));

interface RunRow {
  date: string;
  step: RunStep;
  invoiceId: string | null;
  number: string | null;
  state: string;
  total: bigint;
  currency: string;
  sentAt: Date | null;
  failure: RunFailure | null;
  dueAt: Date | null;
}

const toRun = (row: RunRow): RecurringRunDto => ({
  date: row.date,
  step: row.step,
  invoice:
    row.invoiceId === null
      ? null
      : {
          id: row.invoiceId,
          number: row.number,
          state: row.state,
          total: { amount: row.total.toString(), currency: row.currency },
          sentAt: row.sentAt?.toISOString() ?? null,
        },
  failure: row.failure,
  retryAt: row.failure ? (row.dueAt?.toISOString() ?? null) : null,
});

const runsOf = (ctx: TxCtx, id: string) =>
  ctx.tx.query<RunRow>(sql`
    select w.period as date, w.step, i.id as "invoiceId", i.number, i.state, i.total_minor as total, i.currency,
      i.sent_at as "sentAt", w.failure, w.due_at as "dueAt"
    from recurring_runs w left join invoices i on i.tenant_id = w.tenant_id and i.id = w.invoice_id
    where w.tenant_id = ${ctx.tenantId}::uuid and w.recurring_invoice_id = ${id}::uuid
    order by w.period desc limit ${RUNS}`);

/** Inside an open transaction, with whatever it has written. @throws AppError `not-found` */
export async function seriesInTenant(ctx: TxCtx, id: string): Promise<RecurringInvoiceDto> {
  if (!isId(id)) throw notFound('recurring invoice');
  const where = sql`r.tenant_id = ${ctx.tenantId}::uuid and r.id = ${id}::uuid`;
  const [row] = await ctx.tx.query<SummaryRow & { orderNumber: string | null }>(
    seriesWith(
      where,
      raw(''),
      sql`, (select o.number from orders o where o.tenant_id = r.tenant_id and o.id = r.template_order_id) as "orderNumber"`,
    ),
  );
  if (!row) throw notFound('recurring invoice');
  const rule = ruleOf(row);
  const after = row.lastDate ? addDays(row.lastDate, 1) : rule.start;
  const from = row.nextDate ?? after;
  const dates = row.endedAt ? [] : nextDates(rule, from, SHOWN, row.made);
  return {
    ...toSummary(row),
    template: templateOf(row),
    templateOrder: row.templateOrderId ? { id: row.templateOrderId, number: row.orderNumber ?? '' } : null,
    nextDates: withPeriods(rule, row.period, dates),
    retryAt: row.failure ? (row.dueAt?.toISOString() ?? null) : null,
    runs: (await runsOf(ctx, id)).map(toRun),
  };
}

/** One series with its next dates and its newest invoices. @throws AppError `not-found` */
export async function getRecurringInvoice(ctx: Ctx, id: string): Promise<RecurringInvoiceDto> {
  demand(ctx, recurringPolicy.read);
  return withTx(ctx, (ctx) => seriesInTenant(ctx, id));
}
