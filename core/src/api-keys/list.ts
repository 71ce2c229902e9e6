import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import type { ApiKey } from './schemas';

type Row = Omit<ApiKey, 'createdAt' | 'lastUsedAt' | 'revokedAt'> & {
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** The company's keys, those in force first, the newest first. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
  demand(ctx, 'api-keys:write');
  const rows = await readOne<Row>(
    ctx,
    sql`select k.id, k.name, k.prefix, k.scopes, u.name as "createdBy", k.created_at as "createdAt",
               k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"
        from api_keys k left join users u on u.id = k.created_by
        where k.tenant_id = ${ctx.tenantId}::uuid
        order by k.revoked_at is not null, k.id desc limit 500`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}
