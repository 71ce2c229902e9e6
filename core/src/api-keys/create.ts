import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { forbidden, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { hashToken, secretToken } from '../platform/tokens';
import { withTx } from '../platform/tx';
import { mayGrantScopes } from './policy';
import { CreateApiKeyInput, type NewApiKey } from './schemas';

const PREFIX_LENGTH = 12;

/**
 * Makes an API key of the company. The key is in the answer and nowhere else: only its hash is kept.
 * @throws AppError `forbidden` when the scopes exceed what the maker may do, `invalid`
 */
export async function createApiKey(ctx: Ctx, input: CreateApiKeyInput): Promise<NewApiKey> {
  demand(ctx, 'api-keys:write');
  const { name, scopes } = parse(CreateApiKeyInput, input);
  if (!mayGrantScopes(ctx.actor, scopes)) throw forbidden('A key cannot be allowed more than you are.');
  const key = `chk_${secretToken()}`;
  const made = { id: newId(), name, prefix: key.slice(0, PREFIX_LENGTH), scopes, createdAt: ctx.clock() };
  const createdBy = ctx.actor.type === 'user' ? ctx.actor.id : null;
  await withTx(ctx, async (ctx) => {
    await ctx.tx.execute(sql`
      insert into api_keys (id, tenant_id, name, prefix, key_hash, scopes, created_by, created_at)
      values (${made.id}::uuid, ${ctx.tenantId}::uuid, ${name}, ${made.prefix}, ${hashToken(key)},
              ${scopes}::text[], ${createdBy}::uuid, ${made.createdAt})`);
    await audit(ctx, {
      action: 'api-key.create',
      entityType: 'api-key',
      entityId: made.id,
      entityName: name,
      changes: { scopes: { to: scopes } },
    });
  });
  return {
    ...made,
    key,
    createdBy: createdBy && ctx.actor.name,
    createdAt: made.createdAt.toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  };
}
