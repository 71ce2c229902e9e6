import type { TxCtx } from '../platform/context';
import { openLedger } from '../ledger';
import { createStandardSeries } from '../number-series';
import { sql } from '../platform/db';
import { createDefaultTaxes } from '../taxes';
import type { Tenant } from './schemas';

/** What a new company needs before its first order: number series, a profile, and the taxes of its country. */
export async function prepareTenant(
  ctx: TxCtx,
  { name, country, language }: Pick<Tenant, 'name' | 'country' | 'language'>,
): Promise<void> {
  await Promise.all([createStandardSeries(ctx), openLedger(ctx)]);
  const address = country && {
    line1: null,
    line2: null,
    city: null,
    region: null,
    postalCode: null,
    country,
  };
  await ctx.tx.execute(sql`
    insert into company_profiles (tenant_id, legal_name, address)
    values (${ctx.tenantId}::uuid, ${name}, ${address ? JSON.stringify(address) : null}::jsonb)`);
  await createDefaultTaxes(ctx, country, language);
}
