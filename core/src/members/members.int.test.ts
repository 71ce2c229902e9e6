import { beforeEach, describe, expect, it } from 'vitest';
import { createCtx } from '../platform/context';
import { newId } from '../platform/ids';
import { roles } from '../platform/permissions';
import { actionsOf, rolledBack, testMember, testTenant, type TestTenant } from '../testing';
import { changeRole, findMembership, listMembers, listMyTenants, openCompany, removeMember } from './index';

let company: TestTenant;
beforeEach(async () => {
  company = await testTenant();
});

const roleOf = async (userId: string) => (await findMembership(userId, company.slug))?.role ?? null;

describe('listMembers', () => {
  it('lists the own company, owners first', async () => {
    const viewer = await testMember(company.tenantId, 'viewer');
    const admin = await testMember(company.tenantId, 'admin');
    await testMember((await company.foreign()).tenantId, 'admin');
    const members = await listMembers(company.ctx);
    expect(members.map((member) => member.userId)).toEqual([company.userId, admin.userId, viewer.userId]);
    expect(members[1]).toMatchObject({ email: admin.email, role: 'admin', disabled: false });
  });

  it.each(roles)('may be read by a %s only with the permission', async (role) => {
    const reading = listMembers(company.ctxAs(role));
    if (['owner', 'admin', 'manager'].includes(role)) expect(await reading).toHaveLength(1);
    else await expect(reading).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('changeRole', () => {
  it('holds for the next request', async () => {
    const member = await testMember(company.tenantId, 'viewer');
    expect(await roleOf(member.userId)).toBe('viewer');
    await changeRole(company.ctx, { userId: member.userId, role: 'manager' });
    expect(await roleOf(member.userId)).toBe('manager');
    expect(await actionsOf(company.ctx)).toEqual(['member.change-role']);
  });

  it('lets an admin neither make an owner nor touch one', async () => {
    const admin = await testMember(company.tenantId, 'admin');
    const member = await testMember(company.tenantId, 'viewer');
    const tries = [
      { userId: member.userId, role: 'owner' },
      { userId: admin.userId, role: 'owner' },
      { userId: company.userId, role: 'viewer' },
    ] as const;
    for (const change of tries) {
      await expect(changeRole(admin.ctx, change)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await changeRole(admin.ctx, { userId: member.userId, role: 'admin' });
    expect(await roleOf(member.userId)).toBe('admin');
  });

  it('never takes the last owner', async () => {
    const demoting = changeRole(company.ctx, { userId: company.userId, role: 'admin' });
    await expect(demoting).rejects.toMatchObject({ reason: 'last-owner' });
    const second = await testMember(company.tenantId, 'owner');
    await changeRole(company.ctx, { userId: company.userId, role: 'admin' });
    expect(await roleOf(second.userId)).toBe('owner');
  });

  it('leaves an owner when two demote each other at the same time', async () => {
    const second = await testMember(company.tenantId, 'owner');
    const tries = await Promise.allSettled([
      changeRole(company.ctx, { userId: second.userId, role: 'viewer' }),
      changeRole(second.ctx, { userId: company.userId, role: 'viewer' }),
      removeMember(company.ctx, company.userId),
      removeMember(second.ctx, second.userId),
    ]);
    expect(tries.some((each) => each.status === 'fulfilled')).toBe(true);
    const owners = (await listMembers(company.ctx)).filter((member) => member.role === 'owner');
    expect(owners.length).toBeGreaterThanOrEqual(1);
  });

  it('finds no members of another company, and nobody who is none', async () => {
    const foreign = await company.foreign();
    const theirs = await testMember(foreign.tenantId, 'viewer');
    for (const userId of [theirs.userId, newId()]) {
      await expect(changeRole(company.ctx, { userId, role: 'admin' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(removeMember(company.ctx, userId)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it.each(['manager', 'analyst', 'viewer'] as const)('is refused to a %s', async (role) => {
    const member = await testMember(company.tenantId, role);
    const own = changeRole(member.ctx, { userId: member.userId, role: 'admin' });
    await expect(own).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets no key give what it does not have itself', async () => {
    const member = await testMember(company.tenantId, 'viewer');
    const key = (scopes: string[]) =>
      createCtx({ tenantId: company.tenantId, actor: { type: 'api-key', id: newId(), name: 'key', scopes } });
    const change = { userId: member.userId, role: 'manager' } as const;
    await expect(changeRole(key(['members:write']), change)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeRole(key(['*']), { ...change, role: 'owner' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await changeRole(key(['*']), change);
    expect(await roleOf(member.userId)).toBe('manager');
  });

  it('is undone with the transaction around it', async () => {
    const member = await testMember(company.tenantId, 'viewer');
    await rolledBack(company.ctx, (ctx) => changeRole(ctx, { userId: member.userId, role: 'admin' }));
    expect(await roleOf(member.userId)).toBe('viewer');
    expect(await actionsOf(company.ctx)).toEqual([]);
  });
});

describe('removeMember', () => {
  it('closes the company for the very next request', async () => {
    const member = await testMember(company.tenantId, 'manager');
    const user = { id: member.userId, name: member.name };
    expect(await openCompany(user, company.slug)).toMatchObject({
      role: 'manager',
      tenant: { slug: company.slug },
    });
    await removeMember(company.ctx, member.userId);
    expect(await openCompany(user, company.slug)).toBeNull();
    expect(await listMyTenants(member.userId)).toEqual([]);
    expect(await actionsOf(company.ctx)).toEqual(['member.remove']);
  });

  it('lets anyone leave, but the last owner', async () => {
    const viewer = await testMember(company.tenantId, 'viewer');
    await removeMember(viewer.ctx, viewer.userId);
    expect(await actionsOf(company.ctx)).toEqual(['member.leave']);
    await expect(removeMember(company.ctx, company.userId)).rejects.toMatchObject({ reason: 'last-owner' });
  });

  it('lets nobody weak remove others, and no admin an owner', async () => {
    const [viewer, admin] = [
      await testMember(company.tenantId, 'viewer'),
      await testMember(company.tenantId, 'admin'),
    ];
    await testMember(company.tenantId, 'owner');
    await expect(removeMember(viewer.ctx, admin.userId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeMember(admin.ctx, company.userId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is undone with the transaction around it', async () => {
    const member = await testMember(company.tenantId, 'viewer');
    await rolledBack(company.ctx, (ctx) => removeMember(ctx, member.userId));
    expect(await roleOf(member.userId)).toBe('viewer');
  });
});

describe('openCompany', () => {
  it('gives the context that pages work with', async () => {
    const member = await testMember(company.tenantId, 'analyst');
    const open = await openCompany({ id: member.userId, name: member.name }, company.slug, {
      ip: '203.0.113.7',
      requestId: 'r-1',
    });
    expect(open?.ctx).toMatchObject({
      tenantId: company.tenantId,
      requestId: 'r-1',
      actor: { type: 'user', id: member.userId, role: 'analyst', ip: '203.0.113.7' },
    });
  });

  it('opens no company that does not exist', async () => {
    expect(await openCompany({ id: company.userId, name: 'x' }, 'no-such-company')).toBeNull();
  });
});
