import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, forbidden, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { hashToken, secretToken } from '../platform/tokens';
import { withTx } from '../platform/tx';
import { mailLink, queueMail } from '../mail';
import { getTenant } from '../tenants';
import { mayGrant } from './policy';
import { InviteMemberInput, type Invitation } from './schemas';

const DAY_MS = 86_400_000;
const VALID_DAYS = 7;

async function refuseMember(ctx: TxCtx, email: string): Promise<void> {
  const found = await ctx.tx.query(sql`
    select 1 from memberships m join users u on u.id = m.user_id
    where m.tenant_id = ${ctx.tenantId}::uuid and u.email = ${email}`);
  if (found.length > 0) throw conflict('This person is a member already.', 'already-member');
}

/** Ends an earlier invitation of the address and writes the new one. */
async function replaceInvitation(ctx: TxCtx, invitation: Invitation, tokenHash: string): Promise<void> {
  const { id, email, role, createdAt, expiresAt } = invitation;
  const invitedBy = ctx.actor.type === 'user' ? ctx.actor.id : null;
  await ctx.tx.execute(sql`
    update invitations set revoked_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and email = ${email} and accepted_at is null and revoked_at is null`);
  const inserted = await ctx.tx.execute(sql`
    insert into invitations (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${email}, ${role}, ${tokenHash}, ${invitedBy}::uuid,
            ${new Date(createdAt)}, ${new Date(expiresAt)})
    on conflict do nothing`);
  if (inserted === 0) throw conflict('This person is being invited by someone else just now.');
}

/**
 * Invites a person by mail; the link works for seven days. A second invitation of an address replaces the first.
 * @throws AppError `forbidden` above one's own role (`role-too-high`), `conflict` (`already-member`), `invalid`
 */
export async function inviteMember(ctx: Ctx, input: InviteMemberInput): Promise<Invitation> {
  demand(ctx, 'members:write');
  const { email, role } = parse(InviteMemberInput, input);
  if (!mayGrant(ctx.actor, role)) throw forbidden('You cannot give a role above your own.');
  return withTx(ctx, async (ctx) => {
    await refuseMember(ctx, email);
    const tenant = await getTenant(ctx);
    const [now, token] = [ctx.clock(), secretToken()];
    const invitation: Invitation = {
      id: newId(),
      email,
      role,
      invitedBy: ctx.actor.name,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS).toISOString(),
      expired: false,
    };
    await replaceInvitation(ctx, invitation, hashToken(token));
    await audit(ctx, {
      action: 'member.invite',
      entityType: 'invitation',
      entityId: invitation.id,
      entityName: email,
      changes: { role: { to: role } },
    });
    await queueMail(ctx.tx, ctx.tenantId, {
      to: email,
      language: tenant.language,
      template: 'invitation',
      values: {
        inviter: ctx.actor.name,
        company: tenant.name,
        role,
        days: VALID_DAYS,
        link: mailLink('invitation', token),
      },
    });
    return invitation;
  });
}
