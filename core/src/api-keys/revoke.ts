import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { dropHeld } from './authenticate';
import { announceRevocation } from './revocations';

/** Revokes a key; its next request is refused, in every process. @throws AppError `forbidden`, `not-found` */
export async function revokeApiKey(ctx: Ctx, apiKeyId: string): Promise<void> {
  demand(ctx, 'api-keys:write');
  if (!isId(apiKeyId)) throw notFound('key');
  let announced: Promise<void> | undefined;
  await withTx(ctx, async (ctx) => {
    const [revoked] = await ctx.tx.query<{ name: string; keyHash: string }>(sql`
      update api_keys set revoked_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${apiKeyId}::uuid and revoked_at is null
      returning name, key_hash as "keyHash"`);
    if (!revoked) throw notFound('key');
    await audit(ctx, {
      action: 'api-key.revoke',
      entityType: 'api-key',
      entityId: apiKeyId,
      entityName: revoked.name,
    });
    ctx.tx.afterCommit(() => {
      dropHeld(revoked.keyHash);
      announced = announceRevocation(revoked.keyHash);
    });
  });
  await announced;
}
