import { audit, differences } from '../platform/audit';
import { forget } from '../platform/cache';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse, stale } from '../platform/errors';
import { log } from '../platform/log';
import { enqueue } from '../platform/outbox';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { copyKey, tenantColumns, toTenant, type TenantRow } from './internal';
import { timeZoneChanged } from './jobs';
import { UpdateTenantInput, type Tenant } from './schemas';

async function lockTenant(ctx: TxCtx): Promise<Tenant> {
  const [row] = await ctx.tx.query<TenantRow>(
    sql`select ${tenantColumns} from tenants where id = ${ctx.tenantId}::uuid for update`,
  );
  if (!row) throw notFound('company');
  return toTenant(row);
}

async function write(ctx: TxCtx, next: Tenant): Promise<Tenant> {
  const [row] = await ctx.tx.query<TenantRow>(sql`
    update tenants set name = ${next.name}, currency = ${next.currency}, time_zone = ${next.timeZone},
      language = ${next.language}, country = ${next.country}, prices_include_tax = ${next.pricesIncludeTax},
      tax_rounding = ${next.taxRounding}, version = version + 1, updated_at = ${ctx.clock()}
    where id = ${ctx.tenantId}::uuid returning ${tenantColumns}`);
  if (!row) throw notFound('company');
  return toTenant(row);
}

const forgetCopy = (tenantId: string) =>
  forget(copyKey(tenantId)).catch((error: unknown) =>
    log().warn({ err: error, operation: 'tenant.forget' }, 'copy of a company not forgotten'),
  );

/**
 * Changes the company's settings. Documents that exist keep what was stamped on them; in another time zone they
 * fall on other days, which a job then counts again.
 * @throws AppError `forbidden`, `invalid`, `stale` when someone else was quicker
 */
export async function updateTenant(ctx: Ctx, input: UpdateTenantInput): Promise<Tenant> {
  demand(ctx, 'settings:write');
  const { expectedVersion, ...data } = parse(UpdateTenantInput, input);
  const updated = await withTx(ctx, async (ctx) => {
    const before = await lockTenant(ctx);
    if (before.version !== expectedVersion) throw stale();
    const changes = differences(before, data);
    if (Object.keys(changes).length === 0) return before;
    const after = await write(ctx, { ...before, ...data });
    await audit(ctx, {
      action: 'tenant.update',
      entityType: 'tenant',
      entityId: ctx.tenantId,
      entityName: after.name,
      changes,
    });
    if (changes['timeZone']) await enqueue(ctx, timeZoneChanged, {});
    ctx.tx.afterCommit(() => void forgetCopy(ctx.tenantId));
    return after;
  });
  if (!ctx.tx) await forgetCopy(ctx.tenantId);
  return updated;
}
