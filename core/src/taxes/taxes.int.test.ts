import { describe, expect, it } from 'vitest';
import { systemCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { readOne, withTx } from '../platform/tx';
import { testTenant } from '../testing';
import {
  archiveTaxCategory,
  createDefaultTaxes,
  createTaxCategory,
  getTaxCategory,
  listTaxCategories,
  loadTaxTable,
  restoreTaxCategory,
  setDefaultTaxCategory,
  updateTaxCategory,
} from './index';
import type { CreateTaxCategoryInput } from './schemas';

const code = (value: string) => expect.objectContaining({ code: value }) as Error;
const reduced: CreateTaxCategoryInput = {
  code: 'S',
  name: 'Reduced',
  rates: [
    { rate: '5', validFrom: '2012-01-01' },
    { rate: '8', validFrom: '2010-01-01', validTo: '2011-12-31' },
  ],
};

async function bareCompany(): Promise<Ctx> {
  const ctx = systemCtx(newId(), 'test');
  await withTx(ctx, ({ tx }) =>
    tx.db.tenant.create({
      data: {
        id: ctx.tenantId,
        slug: `b-${ctx.tenantId.slice(-12)}`,
        name: 'Bare',
        currency: 'EUR',
        timeZone: 'UTC',
      },
    }),
  );
  return ctx;
}

const defaultsOf = async (ctx: Ctx) =>
  (await listTaxCategories(ctx, { archived: 'all' }))
    .filter((each) => each.isDefault)
    .map((each) => each.name);

const actionsOf = async (ctx: Ctx, id: string) => {
  const rows = await readOne<{ action: string }>(
    ctx,
    sql`select action from audit_log where entity_id = ${id}::uuid order by id`,
  );
  return rows.map((row) => row.action);
};

describe('createTaxCategory', () => {
  it('keeps rates in the order of their dates', async () => {
    const { ctx } = await testTenant();
    const created = await createTaxCategory(ctx, reduced);
    expect(created).toMatchObject({
      code: 'S',
      isDefault: false,
      archived: false,
      version: 1,
      rates: [
        { rate: '8', validFrom: '2010-01-01', validTo: '2011-12-31' },
        { rate: '5', validFrom: '2012-01-01', validTo: null },
      ],
    });
    expect(await getTaxCategory(ctx, created.id)).toEqual(created);
    expect(await actionsOf(ctx, created.id)).toEqual(['tax-category.create']);
  });

  it('makes the first one the default, and a new default the only one', async () => {
    const ctx = await bareCompany();
    await createTaxCategory(ctx, reduced);
    expect(await defaultsOf(ctx)).toEqual(['Reduced']);
    await createTaxCategory(ctx, { code: 'Z', name: 'Zero', isDefault: true });
    expect(await defaultsOf(ctx)).toEqual(['Zero']);
  });

  it('refuses a name that is taken, wrong rules, weak roles', async () => {
    const { ctx, ctxAs } = await testTenant();
    await expect(createTaxCategory(ctx, { code: 'Z', name: 'Zero' })).rejects.toMatchObject({
      reason: 'tax-name-taken',
    });
    await expect(createTaxCategory(ctx, { code: 'E', name: 'Exempt' })).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ path: 'exemptionReason' }],
    });
    for (const role of ['manager', 'analyst', 'viewer'] as const) {
      await expect(createTaxCategory(ctxAs(role), reduced)).rejects.toThrow(code('forbidden'));
    }
    await expect(createTaxCategory(ctxAs('admin'), reduced)).resolves.toBeDefined();
  });
});

describe('updateTaxCategory', () => {
  it('replaces rates and is seen at once by the table, also before the commit', async () => {
    const { ctx, taxes } = await testTenant();
    const rateToday = async (ctx: Ctx) => (await loadTaxTable(ctx)).find(taxes.standard, '2026-11-21')?.rate;
    expect(await rateToday(ctx)).toBe('20');
    await withTx(ctx, async (inside) => {
      await updateTaxCategory(inside, taxes.standard, 1, {
        rates: [{ rate: '22.5', validFrom: '2000-01-01' }],
      });
      expect(await rateToday(inside)).toBe('22.5');
    });
    expect(await rateToday(ctx)).toBe('22.5');
    expect(await getTaxCategory(ctx, taxes.standard)).toMatchObject({ version: 2 });
  });

  it('does nothing when everything is as it was', async () => {
    const { ctx } = await testTenant();
    const { id, name, rates } = await createTaxCategory(ctx, reduced);
    expect(await updateTaxCategory(ctx, id, 1, { name, rates: [...rates].reverse() })).toMatchObject({
      version: 1,
    });
    expect(await actionsOf(ctx, id)).toHaveLength(1);
  });

  it('refuses overlaps, missing reasons, old versions, taken names, foreign companies and weak roles', async () => {
    const { ctx, ctxAs, foreign, taxes } = await testTenant();
    const id = taxes.standard;
    const overlap = [
      { rate: '5', validFrom: '2012-01-01' },
      { rate: '6', validFrom: '2013-01-01' },
    ];
    await expect(updateTaxCategory(ctx, id, 1, { rates: overlap })).rejects.toMatchObject({
      faults: [{ path: 'rates.1.validFrom' }],
    });
    await expect(updateTaxCategory(ctx, id, 1, { exemptionReason: 'none' })).rejects.toThrow(code('invalid'));
    await expect(updateTaxCategory(ctx, id, 9, { name: 'X' })).rejects.toThrow(code('stale'));
    await expect(updateTaxCategory(ctx, id, 1, { name: 'Zero' })).rejects.toMatchObject({
      reason: 'tax-name-taken',
    });
    await expect(updateTaxCategory(await foreign(), id, 1, { name: 'X' })).rejects.toThrow(code('not-found'));
    await expect(updateTaxCategory(ctxAs('viewer'), id, 1, { name: 'X' })).rejects.toThrow(code('forbidden'));
    expect(await getTaxCategory(ctx, id)).toMatchObject({ name: 'Standard', version: 1 });
  });

  it('lets only one of two people win', async () => {
    const { ctx, taxes } = await testTenant();
    const both = await Promise.allSettled(
      ['One', 'Two'].map((name) => updateTaxCategory(ctx, taxes.standard, 1, { name })),
    );
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the default and the archive', () => {
  it('moves the default, one at a time, however many ask at once', async () => {
    const { ctx, taxes } = await testTenant();
    const made = await Promise.all(
      ['A', 'B', 'C'].map((name) => createTaxCategory(ctx, { code: 'Z', name })),
    );
    const done = await Promise.allSettled(made.map(({ id }) => setDefaultTaxCategory(ctx, id)));
    expect(done.every((each) => each.status === 'fulfilled')).toBe(true);
    expect(await defaultsOf(ctx)).toHaveLength(1);
    await setDefaultTaxCategory(ctx, taxes.zero);
    expect((await loadTaxTable(ctx)).defaultCategoryId).toBe(taxes.zero);
    expect(await actionsOf(ctx, taxes.zero)).toEqual(['tax-category.set-default']);
  });

  it('archives all but the default, which stays computable', async () => {
    const { ctx, ctxAs, foreign, taxes } = await testTenant();
    await expect(archiveTaxCategory(ctx, taxes.standard)).rejects.toMatchObject({ reason: 'tax-default' });
    expect(await archiveTaxCategory(ctx, taxes.zero)).toMatchObject({ archived: true });
    expect(await archiveTaxCategory(ctx, taxes.zero)).toMatchObject({ version: 2 });
    expect((await listTaxCategories(ctx)).map((each) => each.name)).toEqual(['Standard']);
    expect((await loadTaxTable(ctx)).find(taxes.zero, '2026-11-21')).toEqual({ code: 'Z', rate: '0' });
    await expect(setDefaultTaxCategory(ctx, taxes.zero)).rejects.toMatchObject({ reason: 'tax-archived' });
    expect(await restoreTaxCategory(ctx, taxes.zero)).toMatchObject({ archived: false });

    const stranger = await foreign();
    await expect(archiveTaxCategory(stranger, taxes.zero)).rejects.toThrow(code('not-found'));
    await expect(setDefaultTaxCategory(stranger, taxes.zero)).rejects.toThrow(code('not-found'));
    await expect(getTaxCategory(stranger, taxes.zero)).rejects.toThrow(code('not-found'));
    expect((await loadTaxTable(stranger)).find(taxes.zero, '2026-11-21')).toBeUndefined();
    await expect(setDefaultTaxCategory(ctxAs('manager'), taxes.zero)).rejects.toThrow(code('forbidden'));
    expect(await listTaxCategories(ctxAs('viewer'))).toHaveLength(2);
  });

  it('rolls back as a whole', async () => {
    const { ctx, taxes } = await testTenant();
    const failing = withTx(ctx, async (inside) => {
      await setDefaultTaxCategory(inside, taxes.zero);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await defaultsOf(ctx)).toEqual(['Standard']);
    expect(await actionsOf(ctx, taxes.zero)).toEqual([]);
  });
});

describe('createDefaultTaxes', () => {
  it('gives a British company three categories, once', async () => {
    const ctx = await bareCompany();
    await expect(loadTaxTable(ctx)).rejects.toMatchObject({ reason: 'no-taxes' });
    const made = await createDefaultTaxes(ctx, 'GB');
    expect(made.map((each) => [each.code, each.name, each.isDefault])).toEqual([
      ['S', 'Standard', true],
      ['Z', 'Zero', false],
      ['E', 'Exempt', false],
    ]);
    expect(await createDefaultTaxes(ctx, 'DE')).toEqual(made);
    const table = await loadTaxTable(ctx);
    expect(table.find(table.defaultCategoryId, '2011-01-03')).toEqual({ code: 'S', rate: '17.5' });
    expect(table.find(table.defaultCategoryId, '2011-01-04')).toEqual({ code: 'S', rate: '20' });
    expect(table.find(table.defaultCategoryId, '1999-01-01')).toBeUndefined();
  });
});
