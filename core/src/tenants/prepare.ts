import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { createDefaultTaxes } from '../taxes';
import type { Tenant } from './schemas';

/** What a new company needs before its first order: number series, and the taxes of its country. */
export async function prepareTenant(
  ctx: TxCtx,
  { country, language }: Pick<Tenant, 'country' | 'language'>,
): Promise<void> {
  await ctx.tx.execute(sql`
    insert into number_series (tenant_id, kind, pattern)
    values (${ctx.tenantId}::uuid, 'order', 'SO-{yy}-{00000}'), (${ctx.tenantId}::uuid, 'return', 'RT-{yy}-{00000}')`);
  await createDefaultTaxes(ctx, country, language);
}
