import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { demandGrant, forgetAfter, keepAnOwner, lockMember } from './internal';
import { ChangeRoleInput } from './schemas';

/**
 * Gives a member another role; it holds from the member's next request on.
 * @throws AppError `forbidden` above one's own role, `conflict` (`last-owner`), `not-found`, `invalid`
 */
export async function changeRole(ctx: Ctx, input: ChangeRoleInput): Promise<void> {
  demand(ctx, 'members:write');
  const { userId, role } = parse(ChangeRoleInput, input);
  const forgotten = await withTx(ctx, async (ctx) => {
    const { member, owners } = await lockMember(ctx, userId);
    if (member.role === role) return undefined;
    demandGrant(ctx, member.role, role);
    keepAnOwner(member, owners);
    await ctx.tx.execute(sql`
      update memberships set role = ${role}
      where tenant_id = ${ctx.tenantId}::uuid and user_id = ${userId}::uuid`);
    await audit(ctx, {
      action: 'member.change-role',
      entityType: 'member',
      entityId: userId,
      entityName: member.name,
      changes: { role: { from: member.role, to: role } },
    });
    return forgetAfter(ctx, userId);
  });
  await forgotten?.();
}
