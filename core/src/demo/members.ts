import type { Ctx } from '../platform/context';
import type { Role } from '../platform/permissions';
import { withTx } from '../platform/tx';

/** Makes a person a member without the way through a mailed invitation; for the demo only. */
export async function acceptedRole(ctx: Ctx, userId: string, role: Role): Promise<void> {
  await withTx(ctx, ({ tx }) => tx.db.membership.create({ data: { tenantId: ctx.tenantId, userId, role } }));
}
