import { audit } from '../platform/audit';
import { createCtx, type TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, forbidden, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { hashNewPassword, insertUser, type NewUser } from '../identity';
import { expired, openInvitation, type OpenInvitation } from './invitation-link';
import { forgetMembership } from './membership-copies';
import { NewAccount } from './schemas';

const signInFirst = () =>
  conflict('This address has an account already. Sign in to accept the invitation.', 'sign-in-first');

async function newUserFor(invitation: OpenInvitation, account: NewAccount): Promise<NewUser> {
  if (invitation.userId) throw signInFirst();
  const { name, password, language = invitation.language } = parse(NewAccount, account);
  const passwordHash = await hashNewPassword(password, { email: invitation.email, name });
  return { id: newId(), email: invitation.email, name, passwordHash, language };
}

/** The signed-in person, if the invitation is for that person's address. */
function existingUserFor(invitation: OpenInvitation, userId: string): { id: string; name: string } {
  if (invitation.userId !== userId) {
    throw forbidden(`This invitation is for ${invitation.email}. Sign in with that address to accept it.`);
  }
  return { id: userId, name: invitation.userName ?? invitation.email };
}

async function join(
  ctx: TxCtx,
  invitation: OpenInvitation,
  user: { id: string; name: string },
): Promise<void> {
  const accepted = await ctx.tx.execute(sql`
    update invitations set accepted_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${invitation.id}::uuid
      and accepted_at is null and revoked_at is null and expires_at > ${ctx.clock()}`);
  if (accepted === 0) throw expired();
  const joined = await ctx.tx.execute(sql`
    insert into memberships (tenant_id, user_id, role)
    values (${ctx.tenantId}::uuid, ${user.id}::uuid, ${invitation.role}) on conflict do nothing`);
  if (joined === 0) return;
  await audit(ctx, {
    action: 'member.join',
    entityType: 'member',
    entityId: user.id,
    entityName: user.name,
    changes: { role: { to: invitation.role } },
  });
}

/**
 * Accepts an invitation: as the signed-in person whose address it is for, or with a new account, whose address
 * is proven by the link.
 * @throws AppError `not-found` (`invitation-expired`), `conflict` (`sign-in-first`), `forbidden`, `invalid`
 */
export async function acceptInvitation(
  token: string,
  as: { userId: string } | NewAccount,
  from: { ip?: string | undefined } = {},
): Promise<{ userId: string; tenantId: string; slug: string }> {
  const invitation = await openInvitation(token);
  const created = 'userId' in as ? null : await newUserFor(invitation, as);
  const user = created ?? existingUserFor(invitation, 'userId' in as ? as.userId : '');
  const { tenantId, slug, role } = invitation;
  const actor = {
    type: 'user',
    id: user.id,
    name: user.name,
    role,
    ...(from.ip && { ip: from.ip }),
  } as const;
  await withTx(createCtx({ tenantId, actor }), async (ctx) => {
    if (created && !(await insertUser(ctx.tx, created))) throw signInFirst();
    await join(ctx, invitation, user);
  });
  await forgetMembership(slug, user.id);
  return { userId: user.id, tenantId, slug };
}
