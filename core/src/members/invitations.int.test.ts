import { beforeEach, describe, expect, it } from 'vitest';
import { createUser, verifyPassword } from '../identity';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { roles, type Role } from '../platform/permissions';
import { withSystemTx } from '../platform/tx';
import {
  actionsOf,
  jobsWaiting,
  mailsTo,
  rolledBack,
  testMember,
  testTenant,
  tokenIn,
  type TestTenant,
} from '../testing';
import {
  acceptInvitation,
  findMembership,
  inviteMember,
  listInvitations,
  listMembers,
  listMyTenants,
  readInvitation,
  revokeInvitation,
} from './index';

const password = 'mint-ledger-copper-42';
const account = { name: 'Nigora Karimova', password };

let company: TestTenant;
let email: string;
beforeEach(async () => {
  company = await testTenant();
  email = `${newId()}@example.test`;
});

async function invited(role: Role = 'viewer', to = email): Promise<string> {
  await inviteMember(company.ctx, { email: to, role });
  return tokenIn((await mailsTo(to))[0]);
}

describe('inviteMember', () => {
  it('writes an invitation, a mail to be sent, and the log', async () => {
    const waiting = await jobsWaiting('mail.send');
    const invitation = await inviteMember(company.ctx, {
      email: ` ${email.toUpperCase()} `,
      role: 'manager',
    });
    expect(invitation).toMatchObject({ email, role: 'manager', invitedBy: 'Test Owner', expired: false });
    expect(await listInvitations(company.ctx)).toEqual([invitation]);
    expect(await mailsTo(email)).toEqual([
      expect.objectContaining({ template: 'invitation', language: 'en' }),
    ]);
    expect(await jobsWaiting('mail.send')).toBe(waiting + 1);
    expect(await actionsOf(company.ctx)).toEqual(['member.invite']);
  });

  it('replaces an earlier invitation', async () => {
    const first = await invited('viewer');
    const second = await invited('admin');
    await expect(readInvitation(first)).rejects.toMatchObject({ reason: 'invitation-expired' });
    expect(await readInvitation(second)).toMatchObject({ role: 'admin' });
    expect(await listInvitations(company.ctx)).toHaveLength(1);
  });

  it('keeps one invitation when two are sent at the same time', async () => {
    await Promise.allSettled([1, 2, 3].map(() => inviteMember(company.ctx, { email, role: 'viewer' })));
    expect(await listInvitations(company.ctx)).toHaveLength(1);
  });

  it('refuses a member', async () => {
    const member = await testMember(company.tenantId, 'viewer');
    await expect(inviteMember(company.ctx, { email: member.email, role: 'admin' })).rejects.toMatchObject({
      reason: 'already-member',
    });
  });

  const allowed: Record<Role, readonly Role[]> = {
    owner: roles,
    admin: ['admin', 'manager', 'analyst', 'viewer'],
    manager: [],
    analyst: [],
    viewer: [],
  };
  const pairs = roles.flatMap((by) => roles.map((role) => ({ by, role, right: allowed[by].includes(role) })));
  it.each(pairs)('lets a $by invite a $role: $right', async ({ by, role, right }) => {
    const inviting = inviteMember(company.ctxAs(by), { email, role });
    if (right) await expect(inviting).resolves.toMatchObject({ role });
    else await expect(inviting).rejects.toMatchObject({ code: 'forbidden' });
    expect(await mailsTo(email)).toHaveLength(right ? 1 : 0);
  });

  it('leaves nothing when the transaction around it fails', async () => {
    const waiting = await jobsWaiting('mail.send');
    await rolledBack(company.ctx, (ctx) => inviteMember(ctx, { email, role: 'viewer' }));
    expect(await listInvitations(company.ctx)).toEqual([]);
    expect(await mailsTo(email)).toEqual([]);
    expect(await jobsWaiting('mail.send')).toBe(waiting);
    expect(await actionsOf(company.ctx)).toEqual([]);
  });

  it('shows and revokes nothing in another company', async () => {
    const invitation = await inviteMember(company.ctx, { email, role: 'viewer' });
    const foreign = await company.foreign();
    expect(await listInvitations(foreign)).toEqual([]);
    await expect(revokeInvitation(foreign, invitation.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listInvitations(company.ctx)).toHaveLength(1);
  });
});

describe('revokeInvitation', () => {
  it('stops the link', async () => {
    const token = await invited();
    const [invitation] = await listInvitations(company.ctx);
    await revokeInvitation(company.ctx, invitation?.id ?? '');
    await expect(acceptInvitation(token, account)).rejects.toMatchObject({ reason: 'invitation-expired' });
    await expect(revokeInvitation(company.ctx, invitation?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await actionsOf(company.ctx)).toEqual(['member.invite', 'member.revoke-invitation']);
  });

  it('needs the right to change members', async () => {
    const invitation = await inviteMember(company.ctx, { email, role: 'viewer' });
    const revoking = revokeInvitation(company.ctxAs('manager'), invitation.id);
    await expect(revoking).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('acceptInvitation', () => {
  it('makes an account for someone new, who can sign in and work', async () => {
    const token = await invited('manager');
    expect(await readInvitation(token)).toMatchObject({ email, role: 'manager', hasAccount: false });
    const { userId, slug } = await acceptInvitation(token, account, { ip: '203.0.113.5' });
    expect(slug).toBe(company.slug);
    expect(await verifyPassword(email, password, '203.0.113.5')).toMatchObject({
      id: userId,
      name: account.name,
    });
    expect(await findMembership(userId, slug)).toMatchObject({ role: 'manager' });
    expect(await listMyTenants(userId)).toEqual([expect.objectContaining({ slug, role: 'manager' })]);
    expect(await actionsOf(company.ctx)).toEqual(['member.invite', 'member.join']);
  });

  it('takes a signed-in person whose address it is for', async () => {
    const user = await createUser({ email, name: 'Here Already', password });
    const token = await invited('analyst');
    expect(await readInvitation(token)).toMatchObject({ hasAccount: true });
    expect(await findMembership(user.id, company.slug)).toBeNull();
    await acceptInvitation(token, { userId: user.id });
    expect(await findMembership(user.id, company.slug)).toMatchObject({ role: 'analyst' });
  });

  it('is not for another person, nor for a second account of the address', async () => {
    const stranger = await testMember(company.tenantId);
    await createUser({ email, name: 'Here Already', password });
    const token = await invited();
    await expect(acceptInvitation(token, { userId: stranger.userId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(acceptInvitation(token, account)).rejects.toMatchObject({ reason: 'sign-in-first' });
    expect(await listMembers(company.ctx)).toHaveLength(1);
  });

  it('works once, also for two at the same time', async () => {
    const token = await invited();
    const tries = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(token, account)));
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    await expect(acceptInvitation(token, account)).rejects.toMatchObject({ reason: 'invitation-expired' });
    expect(await listMembers(company.ctx)).toHaveLength(2);
  });

  it('is over after a week', async () => {
    const token = await invited();
    const past = { ...company.ctx, clock: () => new Date(Date.now() - 8 * 86_400_000) };
    await expect(readInvitation(token)).resolves.toMatchObject({ email });
    await inviteMember(past, { email, role: 'viewer' });
    const old = tokenIn((await mailsTo(email))[0]);
    await expect(acceptInvitation(old, account)).rejects.toMatchObject({ reason: 'invitation-expired' });
    expect(await listInvitations(company.ctx)).toEqual([expect.objectContaining({ expired: true })]);
  });

  it('refuses a weak password and leaves no account', async () => {
    const token = await invited();
    const weak = acceptInvitation(token, { name: 'N', password: 'password1234' });
    await expect(weak).rejects.toMatchObject({ code: 'invalid', reason: 'password-common' });
    const rows = await withSystemTx((tx) => tx.query(sql`select 1 from users where email = ${email}`));
    expect(rows).toEqual([]);
  });
});
