import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCtx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { redis } from '../platform/queues';
import { config } from '../platform/config';
import { hashToken } from '../platform/tokens';
import { readOne, withSystemTx } from '../platform/tx';
import { actionsOf, rolledBack, testMember, testTenant, type TestTenant } from '../testing';
import { authenticateApiKey, createApiKey, listApiKeys, revokeApiKey } from './index';

let company: TestTenant;
beforeEach(async () => {
  company = await testTenant();
});

const make = (scopes: string[] = ['orders:read']) => createApiKey(company.ctx, { name: 'Shop', scopes });

describe('createApiKey', () => {
  it('shows the key once and keeps its hash', async () => {
    const made = await make(['orders:read', 'customers:*', 'orders:read']);
    expect(made.key).toMatch(/^chk_[\w-]{43}$/);
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const [listed] = await listApiKeys(company.ctx);
    expect(listed).toMatchObject({
      name: 'Shop',
      scopes: ['orders:read', 'customers:*'],
      createdBy: 'Test Owner',
    });
    const rows = await readOne(company.ctx, sql`select * from api_keys`);
    expect(JSON.stringify([rows, listed])).not.toContain(made.key);
    expect(await actionsOf(company.ctx)).toEqual(['api-key.create']);
  });

  it('gives no more than the maker has', async () => {
    const admin = await testMember(company.tenantId, 'admin');
    for (const scopes of [['*'], ['audit:read'], ['orders:read', 'audit:*']]) {
      await expect(createApiKey(admin.ctx, { name: 'k', scopes })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await createApiKey(admin.ctx, { name: 'k', scopes: ['orders:*', 'members:write'] });
    const actor = {
      type: 'api-key',
      id: newId(),
      name: 'key',
      scopes: ['api-keys:write', 'orders:read'],
    } as const;
    const key = createCtx({ tenantId: company.tenantId, actor });
    await expect(createApiKey(key, { name: 'k', scopes: ['orders:write'] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await createApiKey(key, { name: 'k', scopes: ['orders:read'] });
  });

  it.each(['manager', 'analyst', 'viewer'] as const)(
    'is refused to a %s, like the list and revoking',
    async (role) => {
      const ctx = company.ctxAs(role);
      await expect(createApiKey(ctx, { name: 'k', scopes: ['orders:read'] })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(listApiKeys(ctx)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(revokeApiKey(ctx, newId())).rejects.toMatchObject({ code: 'forbidden' });
    },
  );

  it.each([
    ['name', { name: ' ', scopes: ['*'] }],
    ['scopes', { name: 'k', scopes: [] }],
    ['scopes.0', { name: 'k', scopes: ['orders:delete'] }],
  ])('refuses a wrong %s', async (path, input) => {
    await expect(createApiKey(company.ctx, input)).rejects.toMatchObject({
      faults: [expect.objectContaining({ path })],
    });
  });

  it('leaves nothing when the transaction around it fails', async () => {
    let key = '';
    await rolledBack(company.ctx, async (ctx) => {
      key = (await createApiKey(ctx, { name: 'k', scopes: ['*'] })).key;
    });
    expect(await authenticateApiKey(key)).toBeNull();
    expect(await listApiKeys(company.ctx)).toEqual([]);
    expect(await actionsOf(company.ctx)).toEqual([]);
  });
});

describe('authenticateApiKey', () => {
  it('says whose the key is and what it may do', async () => {
    const made = await make(['orders:*']);
    expect(await authenticateApiKey(made.key)).toEqual({
      tenantId: company.tenantId,
      id: made.id,
      name: 'Shop',
      scopes: ['orders:*'],
    });
  });

  it.each(['', 'chk_', 'chk_short', `chk_${'x'.repeat(43)}`, `xhk_${'x'.repeat(43)}`])(
    'does not know %j',
    async (key) => {
      expect(await authenticateApiKey(key)).toBeNull();
    },
  );

  it('notes its use once, without the request waiting', async () => {
    const made = await make();
    const lastUse = async () => (await listApiKeys(company.ctx))[0]?.lastUsedAt ?? null;
    await authenticateApiKey(made.key);
    await vi.waitFor(async () => expect(await lastUse()).not.toBeNull());
    const first = await lastUse();
    await authenticateApiKey(made.key);
    expect(await lastUse()).toBe(first);
  });

  it('gives many requests at the same time one look into Postgres', async () => {
    const made = await make();
    const answers = await Promise.all(Array.from({ length: 200 }, () => authenticateApiKey(made.key)));
    expect(answers[0]).toMatchObject({ id: made.id });
    // The same object: none of them was loaded apart.
    expect(new Set(answers).size).toBe(1);
  });
});

describe('revokeApiKey', () => {
  it('holds for the very next request', async () => {
    const made = await make();
    expect(await authenticateApiKey(made.key)).not.toBeNull();
    await revokeApiKey(company.ctx, made.id);
    expect(await authenticateApiKey(made.key)).toBeNull();
    expect((await listApiKeys(company.ctx))[0]?.revokedAt).not.toBeNull();
    await expect(revokeApiKey(company.ctx, made.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await actionsOf(company.ctx)).toEqual(['api-key.create', 'api-key.revoke']);
  });

  it('made in another process is heard of', async () => {
    const made = await make();
    expect(await authenticateApiKey(made.key)).not.toBeNull();
    await withSystemTx((tx) =>
      tx.execute(sql`update api_keys set revoked_at = now() where id = ${made.id}::uuid`),
    );
    const tell = () => redis().publish(`${config().REDIS_PREFIX}:api-keys:revoked`, hashToken(made.key));
    await vi.waitFor(async () => expect(await tell()).toBe(1));
    await vi.waitFor(async () => expect(await authenticateApiKey(made.key)).toBeNull(), { timeout: 1_000 });
  });

  it('finds no key of another company', async () => {
    const made = await make();
    const foreign = await company.foreign();
    expect(await listApiKeys(foreign)).toEqual([]);
    await expect(revokeApiKey(foreign, made.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await authenticateApiKey(made.key)).not.toBeNull();
  });

  it('is undone with the transaction around it', async () => {
    const made = await make();
    await rolledBack(company.ctx, (ctx) => revokeApiKey(ctx, made.id));
    expect(await authenticateApiKey(made.key)).not.toBeNull();
  });
});
