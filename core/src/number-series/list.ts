import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { localDate } from '../platform/time';
import type { TxCtx } from '../platform/context';
import { numberParts, numberText, seriesKinds, type NumberSeriesDto, type SeriesKind } from './schemas';

interface SeriesRow {
  kind: SeriesKind;
  pattern: string;
  version: number;
}

interface CounterRow {
  kind: SeriesKind;
  period: string;
  lastUsed: bigint;
  beginsAfter: bigint;
}

/** Today in the company's zone. */
export async function todayOf(ctx: Ctx): Promise<string> {
  const [tenant] = await readOne<{ timeZone: string }>(
    ctx,
    sql`select time_zone as "timeZone" from tenants where id = ${ctx.tenantId}::uuid`,
  );
  return localDate(ctx.clock(), tenant?.timeZone ?? 'UTC');
}

export function toSeries(
  { kind, pattern, version }: SeriesRow,
  counters: readonly CounterRow[],
  today: string,
): NumberSeriesDto {
  const parts = numberParts(pattern, today);
  const counter = counters.find((each) => each.kind === kind && each.period === parts.period);
  const { lastUsed = 0n, beginsAfter = 0n } = counter ?? {};
  const isUsed = lastUsed > beginsAfter;
  return {
    kind,
    pattern,
    period: parts.period,
    lastUsed: isUsed ? Number(lastUsed) : 0,
    lastNumber: isUsed ? numberText(parts, lastUsed) : null,
    next: Number(lastUsed + 1n),
    nextNumber: numberText(parts, lastUsed + 1n),
    version,
  };
}

/** The series and counters of the company; with `locked`, nobody takes a number or changes a series meanwhile. */
export async function loadSeries(ctx: TxCtx, locked: boolean): Promise<NumberSeriesDto[]> {
  const lock = locked ? sql`for update` : sql``;
  const today = await todayOf(ctx);
  const series = await ctx.tx.query<SeriesRow>(sql`
    select kind, pattern, version from number_series where tenant_id = ${ctx.tenantId}::uuid order by kind ${lock}`);
  const counters = await ctx.tx.query<CounterRow>(sql`
    select kind, period, last_used as "lastUsed", begins_after as "beginsAfter" from number_counters
    where tenant_id = ${ctx.tenantId}::uuid order by kind, period ${lock}`);
  return series
    .map((row) => toSeries(row, counters, today))
    .sort((a, b) => seriesKinds.indexOf(a.kind) - seriesKinds.indexOf(b.kind));
}

/** How the company numbers its records, and which number each kind gets next. */
export async function listNumberSeries(ctx: Ctx): Promise<NumberSeriesDto[]> {
  demand(ctx, 'settings:read');
  return withTx(ctx, (ctx) => loadSeries(ctx, false));
}
