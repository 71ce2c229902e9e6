import type { z } from 'zod';
import { audit } from '../platform/audit';
import { systemCtx, type TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, notFound, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { withSystemTx, withTx } from '../platform/tx';
import { tenantColumns, toTenant, type TenantRow } from './internal';
import { prepareTenant } from './prepare';
import { CreateTenantInput, type Tenant } from './schemas';

async function insertTenant(ctx: TxCtx, input: z.output<typeof CreateTenantInput>): Promise<void> {
  const { slug, name, currency, timeZone, language, country } = input;
  // No conflict target: naming one would need the right to see the company that is in the way.
  const inserted = await ctx.tx.execute(sql`
    insert into tenants (id, slug, name, currency, time_zone, language, country, updated_at)
    values (${ctx.tenantId}::uuid, ${slug}, ${name}, ${currency}, ${timeZone}, ${language}, ${country}, now())
    on conflict do nothing`);
  if (inserted === 0) throw conflict('Another company has this short name.', 'slug-taken');
}

async function demandUser(userId: string): Promise<void> {
  const found = await withSystemTx((tx) =>
    tx.query(sql`select 1 from users where id = ${userId}::uuid and disabled_at is null`),
  );
  if (found.length === 0) throw notFound('user');
}

/**
 * Creates a company with its owner and everything that it needs before its first order. For the command line
 * and the seed: whoever calls this decides who may.
 * @throws AppError `conflict` (`slug-taken`), `not-found` for the owner, `invalid`
 */
export async function createTenant(input: CreateTenantInput, by = 'operator'): Promise<Tenant> {
  const data = parse(CreateTenantInput, input);
  await demandUser(data.ownerUserId);
  return withTx(systemCtx(newId(), by), async (ctx) => {
    await insertTenant(ctx, data);
    await ctx.tx.execute(sql`
      insert into memberships (tenant_id, user_id, role)
      values (${ctx.tenantId}::uuid, ${data.ownerUserId}::uuid, 'owner')`);
    await prepareTenant(ctx, data);
    await audit(ctx, {
      action: 'tenant.create',
      entityType: 'tenant',
      entityId: ctx.tenantId,
      entityName: data.name,
    });
    const [row] = await ctx.tx.query<TenantRow>(
      sql`select ${tenantColumns} from tenants where id = ${ctx.tenantId}::uuid`,
    );
    if (!row) throw notFound('company');
    return toTenant(row);
  });
}
