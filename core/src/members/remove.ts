import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { demandGrant, forgetAfter, keepAnOwner, lockMember } from './internal';

/**
 * Removes a member from the company; whoever wants to leave removes themselves and needs no permission.
 * @throws AppError `forbidden`, `conflict` (`last-owner`), `not-found`
 */
export async function removeMember(ctx: Ctx, userId: string): Promise<void> {
  const leaving = ctx.actor.type === 'user' && ctx.actor.id === userId;
  if (!leaving) demand(ctx, 'members:write');
  const forgotten = await withTx(ctx, async (ctx) => {
    const { member, owners } = await lockMember(ctx, userId);
    if (!leaving) demandGrant(ctx, member.role);
    keepAnOwner(member, owners);
    await ctx.tx.execute(sql`
      delete from memberships where tenant_id = ${ctx.tenantId}::uuid and user_id = ${userId}::uuid`);
    await audit(ctx, {
      action: leaving ? 'member.leave' : 'member.remove',
      entityType: 'member',
      entityId: userId,
      entityName: member.name,
      changes: { role: { from: member.role } },
    });
    return forgetAfter(ctx, userId);
  });
  await forgotten();
}
