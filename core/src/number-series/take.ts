import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { patternOf } from './pattern-of';
import { numberParts, numberText, type SeriesKind } from './schemas';

/**
 * Takes the next number of a series for a local date. Other takers wait until the transaction ends, so nothing
 * should follow but the commit; a rollback gives the number back.
 */
export async function takeNumber(ctx: TxCtx, kind: SeriesKind, date: string): Promise<string> {
  const parts = numberParts(await patternOf(ctx, kind), date);
  const [row] = await ctx.tx.query<{ count: bigint }>(sql`
    insert into number_counters as c (tenant_id, kind, period, last_used)
    values (${ctx.tenantId}::uuid, ${kind}, ${parts.period}, 1)
    on conflict (tenant_id, kind, period) do update set last_used = c.last_used + 1
    returning last_used as count`);
  return numberText(parts, row?.count ?? 1n);
}
