import { sql } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Role } from '../platform/permissions';
import { hashToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import type { InvitationView } from './schemas';

export interface OpenInvitation {
  id: string;
  tenantId: string;
  slug: string;
  email: string;
  role: Role;
  company: string;
  language: InvitationView['language'];
  inviter: string | null;
  /** The account of the invited address, if there is one. */
  userId: string | null;
  userName: string | null;
}

export const expired = () =>
  new AppError('not-found', 'This invitation has expired, or it has been used or withdrawn.', {
    reason: 'invitation-expired',
  });

/** The invitation of a link while it can be accepted. @throws AppError `not-found` (`invitation-expired`) */
export async function openInvitation(token: string): Promise<OpenInvitation> {
  const [found] = await withSystemTx((tx) =>
    tx.query<OpenInvitation>(sql`
      select i.id, i.tenant_id as "tenantId", t.slug, i.email, i.role, t.name as company, t.language,
             b.name as inviter, u.id as "userId", u.name as "userName"
      from invitations i join tenants t on t.id = i.tenant_id
        left join users b on b.id = i.invited_by left join users u on u.email = i.email
      where i.token_hash = ${hashToken(token)} and i.accepted_at is null and i.revoked_at is null
        and i.expires_at > now()`),
  );
  if (!found) throw expired();
  return found;
}

/** What the page of an invitation's link shows. @throws AppError `not-found` (`invitation-expired`) */
export async function readInvitation(token: string): Promise<InvitationView> {
  const { email, role, company, inviter, language, userId } = await openInvitation(token);
  return { email, role, company, inviter, language, hasAccount: userId !== null };
}
