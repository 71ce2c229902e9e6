import { createCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import type { Role } from '../platform/permissions';
import { withSystemTx } from '../platform/tx';
import { getTenant, type Tenant } from '../tenants';
import { membershipCopy, type MembershipCopy } from './membership-copies';

export interface Membership {
  tenantId: string;
  slug: string;
  role: Role;
}

async function load(userId: string, slug: string): Promise<MembershipCopy | null> {
  const [row] = await withSystemTx((tx) =>
    tx.query<MembershipCopy>(sql`
      select m.tenant_id as "tenantId", m.role
      from tenants t join memberships m on m.tenant_id = t.id join users u on u.id = m.user_id
      where t.slug = ${slug} and m.user_id = ${userId}::uuid and u.disabled_at is null`),
  );
  return row ?? null;
}

/** What a person is in a company, or null. From a copy of some seconds; a changed role shows at once. */
export async function findMembership(userId: string, slug: string): Promise<Membership | null> {
  const copy = await membershipCopy(slug, userId, () => load(userId, slug));
  return copy && { ...copy, slug };
}

/** A company as it stands open before one of its members: what a page needs first. */
export interface OpenCompany {
  ctx: Ctx;
  tenant: Tenant;
  role: Role;
}

/**
 * Opens a company for a signed-in person.
 * @returns null when there is no such company, or the person is no member: the two look the same
 */
export async function openCompany(
  user: { id: string; name: string },
  slug: string,
  request: { ip?: string | undefined; requestId?: string | undefined } = {},
): Promise<OpenCompany | null> {
  const membership = await findMembership(user.id, slug);
  if (!membership) return null;
  const { tenantId, role } = membership;
  const ctx = createCtx({
    tenantId,
    actor: { type: 'user', id: user.id, name: user.name, role, ...(request.ip && { ip: request.ip }) },
    ...(request.requestId && { requestId: request.requestId }),
  });
  return { ctx, tenant: await getTenant(ctx), role };
}
