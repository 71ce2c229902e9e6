import { beforeEach, describe, expect, it } from 'vitest';
import { companyProfile } from '../company';
import { standardPatterns } from '../number-series';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { readOne, withTx } from '../platform/tx';
import { systemCtx } from '../platform/context';
import { actionsOf, rolledBack, testMember, testTenant, type TestTenant } from '../testing';
import { createTenant, findTenantId, getTenant, listTenants, updateTenant } from './index';

let company: TestTenant;
beforeEach(async () => {
  company = await testTenant();
});

const newSlug = () => `shop-${newId().slice(-12)}`;
const wanted = (slug = newSlug()) => ({
  slug,
  name: 'Samarqand Gifts',
  currency: 'UZS',
  timeZone: 'Asia/Samarkand',
  language: 'uz' as const,
  country: 'UZ',
  ownerUserId: company.userId,
});

describe('createTenant', () => {
  it('makes a company with an owner, number series and taxes', async () => {
    const tenant = await createTenant(wanted());
    expect(tenant).toMatchObject({ name: 'Samarqand Gifts', currency: 'UZS', country: 'UZ', version: 1 });
    const ctx = systemCtx(tenant.id, 'test');
    expect(await readOne(ctx, sql`select user_id, role from memberships`)).toEqual([
      { user_id: company.userId, role: 'owner' },
    ]);
    const series = await readOne<{ kind: string; pattern: string }>(
      ctx,
      sql`select kind, pattern from number_series`,
    );
    expect(Object.fromEntries(series.map(({ kind, pattern }) => [kind, pattern]))).toEqual(standardPatterns);
    expect(await companyProfile(ctx)).toMatchObject({
      legalName: 'Samarqand Gifts',
      address: { country: 'UZ' },
      paper: 'a4',
    });
    expect((await readOne(ctx, sql`select 1 from tax_categories where is_default`)).length).toBe(1);
    expect(await actionsOf(ctx)).toContain('tenant.create');
    expect(await findTenantId(tenant.slug)).toBe(tenant.id);
    expect(await listTenants()).toContainEqual(expect.objectContaining({ id: tenant.id, members: 1 }));
  });

  it('refuses a short name that is taken, and leaves nothing behind', async () => {
    const before = (await listTenants()).length;
    await expect(createTenant(wanted(company.slug))).rejects.toMatchObject({ reason: 'slug-taken' });
    expect((await listTenants()).length).toBe(before);
  });

  it('gives a name that two want at once to one of them', async () => {
    const slug = newSlug();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => createTenant(wanted(slug))));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses an owner who does not exist', async () => {
    await expect(createTenant({ ...wanted(), ownerUserId: newId() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    'a',
    'Shop',
    'my shop',
    '-shop',
    'shop-',
    'my--shop',
    'api',
    'sign-in',
    'x'.repeat(41),
    'магазин',
  ])('refuses %s as a short name', async (slug) => {
    await expect(createTenant(wanted(slug))).rejects.toMatchObject({
      code: 'invalid',
      faults: [expect.objectContaining({ path: 'slug' })],
    });
  });

  it.each([
    ['currency', 'XYZ'],
    ['timeZone', 'Mars/Olympus'],
    ['country', 'QQ'],
    ['name', ''],
  ])('refuses %s %j', async (field, value) => {
    await expect(createTenant({ ...wanted(), [field]: value })).rejects.toMatchObject({
      faults: [expect.objectContaining({ path: field })],
    });
  });
});

describe('getTenant', () => {
  it('gives the own company, also inside a transaction', async () => {
    const outside = await getTenant(company.ctx);
    expect(outside).toMatchObject({ id: company.tenantId, slug: company.slug, currency: 'GBP' });
    expect(await withTx(company.ctx, (ctx) => getTenant(ctx))).toEqual(outside);
  });
});

describe('updateTenant', () => {
  it('changes settings, which the next reader sees', async () => {
    const { version } = await getTenant(company.ctx);
    const changed = await updateTenant(company.ctx, {
      expectedVersion: version,
      name: 'New name',
      country: 'GB',
    });
    expect(changed).toMatchObject({ name: 'New name', country: 'GB', currency: 'GBP', version: version + 1 });
    expect(await getTenant(company.ctx)).toEqual(changed);
    expect(await actionsOf(company.ctx)).toEqual(['tenant.update']);
  });

  it('says nothing in the log when nothing changes', async () => {
    const before = await getTenant(company.ctx);
    expect(await updateTenant(company.ctx, { expectedVersion: 1, name: before.name })).toEqual(before);
    expect(await actionsOf(company.ctx)).toEqual([]);
  });

  it('overwrites nobody', async () => {
    await updateTenant(company.ctx, { expectedVersion: 1, name: 'First' });
    await expect(updateTenant(company.ctx, { expectedVersion: 1, name: 'Second' })).rejects.toMatchObject({
      code: 'stale',
    });
    expect((await getTenant(company.ctx)).name).toBe('First');
  });

  it.each(['manager', 'analyst', 'viewer'] as const)('refuses a %s', async (role) => {
    const update = updateTenant(company.ctxAs(role), { expectedVersion: 1, name: 'Mine' });
    await expect(update).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('touches no other company', async () => {
    const foreign = await company.foreign();
    await updateTenant(foreign, { expectedVersion: 1, name: 'Theirs' });
    expect((await getTenant(company.ctx)).name).not.toBe('Theirs');
  });

  it('is undone with the transaction around it', async () => {
    const before = await getTenant(company.ctx);
    await rolledBack(company.ctx, (ctx) => updateTenant(ctx, { expectedVersion: 1, name: 'Undone' }));
    expect(await getTenant(company.ctx)).toEqual(before);
    expect(await actionsOf(company.ctx)).toEqual([]);
  });
});

it('shows strangers nothing of the people in a company', async () => {
  const inside = await testMember(company.tenantId, 'viewer');
  const foreign = await company.foreign();
  const seen = (ctx: typeof foreign) =>
    readOne(ctx, sql`select 1 from users where id = ${inside.userId}::uuid`).then((rows) => rows.length);
  expect(await seen(company.ctx)).toBe(1);
  expect(await seen(foreign)).toBe(0);
  for (const table of ['sessions', 'one_time_tokens'] as const) {
    const statement = table === 'sessions' ? sql`select 1 from sessions` : sql`select 1 from one_time_tokens`;
    expect(await readOne(company.ctx, statement)).toEqual([]);
  }
  const rename = withTx(company.ctx, ({ tx }) =>
    tx.execute(sql`update users set name = 'x' where id = ${inside.userId}::uuid`),
  );
  expect(await rename).toBe(0);
});
