import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, notFound, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadSeries } from './list';
import { couldClash, UpdateNumberSeriesInput, type NumberSeriesDto, type SeriesKind } from './schemas';

/** Kinds whose numbers must never be the same: both are tax documents (VAT Directive, Art. 226 (2)). */
const apart: Partial<Record<SeriesKind, SeriesKind>> = { invoice: 'credit_note', credit_note: 'invoice' };

/** @throws AppError `invalid` (`pattern-clash`) */
function checkApart(all: readonly NumberSeriesDto[], kind: SeriesKind, pattern: string): void {
  const other = all.find((each) => each.kind === apart[kind]);
  if (other && couldClash(pattern, other.pattern))
    throw invalid('pattern', 'pattern-clash', { values: { pattern: other.pattern } });
}

async function writePattern(ctx: TxCtx, kind: SeriesKind, pattern: string): Promise<void> {
  await ctx.tx.execute(sql`
    update number_series set pattern = ${pattern}, version = version + 1
    where tenant_id = ${ctx.tenantId}::uuid and kind = ${kind}`);
}

/** Lets the counter of the present period begin elsewhere. @throws AppError `conflict` once it has given a number */
async function writeNext(ctx: TxCtx, series: NumberSeriesDto, next: number): Promise<void> {
  if (series.lastUsed > 0)
    throw conflict('Numbers have been given in this period; it counts on from the last one.', 'series-used');
  await ctx.tx.execute(sql`
    insert into number_counters (tenant_id, kind, period, last_used, begins_after)
    values (${ctx.tenantId}::uuid, ${series.kind}, ${series.period}, ${next - 1}, ${next - 1})
    on conflict (tenant_id, kind, period) do update
      set last_used = excluded.last_used, begins_after = excluded.begins_after`);
  await ctx.tx.execute(sql`
    update number_series set version = version + 1 where tenant_id = ${ctx.tenantId}::uuid and kind = ${series.kind}`);
}

async function load(ctx: TxCtx, kind: SeriesKind, locked: boolean) {
  const all = await loadSeries(ctx, locked);
  const series = all.find((each) => each.kind === kind);
  if (!series) throw notFound('number series');
  return { all, series };
}

/**
 * Changes how records of a kind are numbered from now on; nothing that has a number gets another one. Where the
 * pattern names another period than before, counting begins anew in it.
 * @throws AppError `forbidden`, `invalid` for patterns that leave numbers ambiguous, `stale`, `not-found`,
 * `conflict` (`series-used`) when the period whose next number is to be set has given numbers already
 */
export async function updateNumberSeries(
  ctx: Ctx,
  kind: SeriesKind,
  expectedVersion: number,
  input: UpdateNumberSeriesInput,
): Promise<NumberSeriesDto> {
  demand(ctx, 'settings:write');
  const { pattern, next } = parse(UpdateNumberSeriesInput, input);
  return withTx(ctx, async (ctx) => {
    const { all, series: before } = await load(ctx, kind, true);
    if (before.version !== expectedVersion) throw stale();
    if (pattern !== undefined && pattern !== before.pattern) {
      checkApart(all, kind, pattern);
      await writePattern(ctx, kind, pattern);
    }
    const { series: between } = await load(ctx, kind, true);
    if (next !== undefined && next !== between.next) await writeNext(ctx, between, next);
    const { series: after } = await load(ctx, kind, true);
    const { pattern: newPattern, nextNumber } = after;
    const changes = differences(before, { pattern: newPattern, nextNumber });
    if (Object.keys(changes).length > 0)
      await audit(ctx, {
        action: 'number-series.update',
        entityType: 'number-series',
        entityId: ctx.tenantId,
        entityName: kind,
        changes,
      });
    return after;
  });
}
