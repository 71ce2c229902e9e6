import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../platform/audit';
import { createCtx, type Ctx } from '../platform/context';
import { newId } from '../platform/ids';
import { roles } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { rolledBack, testTenant, type TestTenant } from '../testing';
import { historyOf, listAudit } from './index';

let company: TestTenant;
beforeEach(async () => {
  company = await testTenant();
});

const note = (ctx: Ctx, action: string, entityId = newId(), entityType = action.split('.')[0] ?? '') =>
  withTx(ctx, (ctx) =>
    audit(ctx, {
      action,
      entityType,
      entityId,
      entityName: 'N-1',
      changes: { total: { from: 1n, to: '2' } },
    }),
  );

const actions = async (ctx: Ctx, input: Parameters<typeof listAudit>[1] = {}) =>
  (await listAudit(ctx, input)).rows.map((row) => row.action);

describe('listAudit', () => {
  it('says who did what to what, when, from where, and what it changed', async () => {
    const orderId = newId();
    const actor = {
      type: 'user',
      id: company.userId,
      name: 'Ann',
      role: 'owner',
      ip: '203.0.113.3',
    } as const;
    await note(createCtx({ tenantId: company.tenantId, actor, requestId: 'r-9' }), 'order.cancel', orderId);
    const { rows } = await listAudit(company.ctx, {});
    expect(rows).toEqual([
      {
        id: expect.any(String) as string,
        at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        actor: { type: 'user', id: company.userId, name: 'Ann' },
        action: 'order.cancel',
        entityType: 'order',
        entityId: orderId,
        entityName: 'N-1',
        changes: { total: { from: '1', to: '2' } },
        ip: '203.0.113.3',
        requestId: 'r-9',
      },
    ]);
  });

  it('pages through everything once, the newest first', async () => {
    for (let at = 0; at < 7; at += 1) await note(company.ctx, `order.step-${'abcdefg'[at] ?? ''}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listAudit(company.ctx, { limit: 3, ...(cursor !== null && { cursor }) });
      seen.push(...page.rows.map((row) => row.action));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([...'gfedcba'].map((letter) => `order.step-${letter}`));
  });

  it('filters', async () => {
    const [orderId, otherUser] = [newId(), newId()];
    await note(company.ctx, 'order.create', orderId);
    await note(company.ctx, 'order.cancel', orderId);
    const actor = { type: 'user', id: otherUser, name: 'B', role: 'admin' } as const;
    const late = {
      ...createCtx({ tenantId: company.tenantId, actor }),
      clock: () => new Date('2030-05-01T00:00:00Z'),
    };
    await note(late, 'customer.create');
    expect(await actions(company.ctx, { entityType: 'order' })).toEqual(['order.cancel', 'order.create']);
    expect(await actions(company.ctx, { entityId: orderId, action: 'order.create' })).toEqual([
      'order.create',
    ]);
    expect(await actions(company.ctx, { actorId: otherUser })).toEqual(['customer.create']);
    expect(await actions(company.ctx, { from: '2030-05-01T00:00:00Z' })).toEqual(['customer.create']);
    expect(await actions(company.ctx, { from: '2030-05-01T05:00:01+05:00' })).toEqual([]);
    expect(await actions(company.ctx, { to: '2030-05-01T00:00:00Z' })).toEqual([
      'order.cancel',
      'order.create',
    ]);
  });

  it.each([
    { cursor: 'x' },
    { limit: 0 },
    { entityId: '1' },
    { from: 'yesterday' },
    { action: "a' or 1=1" },
    { other: 1 },
  ])('refuses %j', async (input) => {
    await expect(listAudit(company.ctx, input as never)).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each(roles)('is for owners: %s', async (role) => {
    const reading = listAudit(company.ctxAs(role), {});
    if (role === 'owner') expect(await reading).toMatchObject({ nextCursor: null });
    else await expect(reading).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows no other company, and nothing that was undone', async () => {
    await note(await company.foreign(), 'order.create');
    await rolledBack(company.ctx, (ctx) => note(ctx, 'order.create'));
    expect(await actions(company.ctx)).toEqual([]);
  });
});

describe('historyOf', () => {
  it('shows one record to those who may read it, without addresses', async () => {
    const orderId = newId();
    const actor = {
      type: 'user',
      id: company.userId,
      name: 'Ann',
      role: 'owner',
      ip: '203.0.113.3',
    } as const;
    const ctx = createCtx({ tenantId: company.tenantId, actor });
    await note(ctx, 'order.create', orderId);
    await note(ctx, 'order.create');
    const lines = await historyOf(company.ctxAs('viewer'), 'order', orderId);
    expect(lines).toEqual([expect.objectContaining({ action: 'order.create', entityId: orderId, ip: null })]);
    expect((await historyOf(company.ctx, 'order', orderId))[0]?.ip).toBe('203.0.113.3');
    expect(await historyOf(await company.foreign(), 'order', orderId)).toEqual([]);
    expect(await historyOf(company.ctx, 'order', 'no-id')).toEqual([]);
  });

  it.each([
    ['viewer', 'member'],
    ['manager', 'api-key'],
    ['admin', 'something-else'],
  ] as const)('is refused to a %s for a record of kind %s', async (role, entityType) => {
    await expect(historyOf(company.ctxAs(role), entityType, newId())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
