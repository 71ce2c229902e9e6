import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import type { SeriesKind } from './schemas';

/** The pattern that a company numbers a kind of records by. */
export async function patternOf(ctx: Ctx, kind: SeriesKind): Promise<string> {
  const [row] = await readOne<{ pattern: string }>(
    ctx,
    sql`select pattern from number_series where tenant_id = ${ctx.tenantId}::uuid and kind = ${kind}`,
  );
  if (!row) throw new Error(`the company has no number series ${kind}`);
  return row.pattern;
}
