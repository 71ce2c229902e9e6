import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { standardPatterns } from './schemas';

/** The series that a new company begins with. */
export async function createStandardSeries(ctx: TxCtx): Promise<void> {
  await ctx.tx.execute(sql`
    insert into number_series (tenant_id, kind, pattern)
    select ${ctx.tenantId}::uuid, key, value from jsonb_each_text(${JSON.stringify(standardPatterns)}::jsonb)`);
}
