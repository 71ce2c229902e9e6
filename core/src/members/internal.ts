import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, forbidden, notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Role } from '../platform/permissions';
import { getTenant } from '../tenants';
import { forgetMembership } from './membership-copies';
import { mayGrant } from './policy';

export interface LockedMember {
  userId: string;
  role: Role;
  name: string;
}

/**
 * Locks a member together with all owners, so that two owners cannot take the role from each other at the same
 * time and leave nobody.
 */
export async function lockMember(
  ctx: TxCtx,
  userId: string,
): Promise<{ member: LockedMember; owners: number }> {
  if (!isId(userId)) throw notFound('member');
  const rows = await ctx.tx.query<LockedMember>(sql`
    select m.user_id as "userId", m.role, u.name
    from memberships m join users u on u.id = m.user_id
    where m.tenant_id = ${ctx.tenantId}::uuid and (m.role = 'owner' or m.user_id = ${userId}::uuid)
    order by m.user_id for update of m`);
  const member = rows.find((row) => row.userId === userId);
  if (!member) throw notFound('member');
  return { member, owners: rows.filter((row) => row.role === 'owner').length };
}

export function keepAnOwner({ role }: LockedMember, owners: number): void {
  if (role === 'owner' && owners === 1) {
    throw conflict('The company needs an owner. Make someone else owner first.', 'last-owner');
  }
}

export function demandGrant(ctx: TxCtx, ...affected: Role[]): void {
  if (affected.every((role) => mayGrant(ctx.actor, role))) return;
  throw forbidden('You cannot give or take a role above your own.');
}

/** Forgets the copy of a membership when the open transaction is committed. @returns the same, to be awaited */
export async function forgetAfter(ctx: TxCtx, userId: string): Promise<() => Promise<void>> {
  const { slug } = await getTenant(ctx);
  let forgotten: Promise<void> | undefined;
  ctx.tx.afterCommit(() => {
    forgotten = forgetMembership(slug, userId);
  });
  return async () => forgotten;
}
