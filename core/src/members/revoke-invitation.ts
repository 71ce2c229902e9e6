import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';

/** Ends an open invitation: its link stops working. @throws AppError `forbidden`, `not-found` */
export async function revokeInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  demand(ctx, 'members:write');
  if (!isId(invitationId)) throw notFound('invitation');
  await withTx(ctx, async (ctx) => {
    const [revoked] = await ctx.tx.query<{ email: string }>(sql`
      update invitations set revoked_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${invitationId}::uuid
        and accepted_at is null and revoked_at is null
      returning email`);
    if (!revoked) throw notFound('invitation');
    await audit(ctx, {
      action: 'member.revoke-invitation',
      entityType: 'invitation',
      entityId: invitationId,
      entityName: revoked.email,
    });
  });
}
