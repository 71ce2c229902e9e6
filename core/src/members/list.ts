import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { readOne, withSystemTx } from '../platform/tx';
import type { Invitation, Member, MyTenant } from './schemas';

/** The members of the company, owners first, then by name. */
export async function listMembers(ctx: Ctx): Promise<Member[]> {
  demand(ctx, 'members:read');
  const rows = await readOne<Omit<Member, 'joinedAt'> & { joinedAt: Date }>(
    ctx,
    sql`select u.id as "userId", u.name, u.email, m.role, u.disabled_at is not null as disabled,
               m.created_at as "joinedAt"
        from memberships m join users u on u.id = m.user_id
        where m.tenant_id = ${ctx.tenantId}::uuid
        order by array_position(array['owner', 'admin', 'manager', 'analyst', 'viewer'], m.role), lower(u.name), u.id`,
  );
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }));
}

/** Invitations that are neither accepted nor revoked, the newest first; expired ones can be sent again. */
export async function listInvitations(ctx: Ctx): Promise<Invitation[]> {
  demand(ctx, 'members:read');
  const rows = await readOne<
    Omit<Invitation, 'createdAt' | 'expiresAt' | 'expired'> & { createdAt: Date; expiresAt: Date }
  >(
    ctx,
    sql`select i.id, i.email, i.role, u.name as "invitedBy", i.created_at as "createdAt",
               i.expires_at as "expiresAt"
        from invitations i left join users u on u.id = i.invited_by
        where i.tenant_id = ${ctx.tenantId}::uuid and i.accepted_at is null and i.revoked_at is null
        order by i.id desc`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= ctx.clock(),
  }));
}

/** The companies that a person works in, by name: what the company switcher shows. */
export const listMyTenants = (userId: string): Promise<MyTenant[]> =>
  withSystemTx((tx) =>
    tx.query<MyTenant>(sql`
      select t.id as "tenantId", t.slug, t.name, m.role
      from memberships m join tenants t on t.id = m.tenant_id
      where m.user_id = ${userId}::uuid order by lower(t.name), t.slug`),
  );
