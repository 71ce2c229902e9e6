import { cached } from '../platform/cache';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { readOne } from '../platform/tx';
import { copyKey, tenantColumns, toTenant, type TenantRow } from './internal';
import { Tenant } from './schemas';

const COPY_SECONDS = 60;

async function load(ctx: Ctx): Promise<Tenant | null> {
  const [row] = await readOne<TenantRow>(
    ctx,
    sql`select ${tenantColumns} from tenants where id = ${ctx.tenantId}::uuid`,
  );
  return row ? toTenant(row) : null;
}

/**
 * The company of the context: every member and key may know its name, currency and time zone. From a copy of
 * at most a minute that a change forgets; inside a transaction always from Postgres.
 */
export async function getTenant(ctx: Ctx): Promise<Tenant> {
  const tenant = ctx.tx
    ? await load(ctx)
    : await cached(copyKey(ctx.tenantId), Tenant, COPY_SECONDS, () => load(ctx));
  if (!tenant) throw notFound('company');
  return tenant;
}
