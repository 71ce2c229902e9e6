import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne, withTx } from '../platform/tx';
import { archiveTaxCategory } from '../taxes';
import { testTenant, type TestTenant } from '../testing';
import {
  archiveProduct,
  createProduct,
  getProduct,
  listProducts,
  restoreProduct,
  updateProduct,
} from './index';

let company: TestTenant;
let ctx: Ctx;
let foreign: Ctx;

beforeAll(async () => {
  company = await testTenant();
  ctx = company.ctx;
  foreign = await company.foreign();
});

const code = (value: string) => expect.objectContaining({ code: value }) as Error;
const auditOf = (id: string) =>
  readOne<{ action: string; changes: Record<string, unknown> }>(
    ctx,
    sql`select action, changes from audit_log where entity_id = ${id}::uuid order by id`,
  );

describe('createProduct', () => {
  it("takes the company's currency and tax category where none is given", async () => {
    const created = await createProduct(ctx, {
      sku: '85123A',
      name: 'White hanging heart T-light holder',
      names: { ru: 'Подсвечник', uz: 'Shamdon' },
      unitPrice: '2.550',
    });
    expect(created).toMatchObject({
      unit: 'C62',
      unitPrice: '2.55',
      currency: 'GBP',
      taxCategoryId: company.taxes.standard,
      version: 1,
    });
    expect(await getProduct(ctx, created.id)).toEqual(created);
    const [record] = await auditOf(created.id);
    expect(record).toMatchObject({ action: 'product.create', changes: { unitPrice: { to: '2.55' } } });
  });

  it('keeps prices exactly', async () => {
    for (const [n, unitPrice] of ['0.000001', '99999999999999.999999', '0', '1234.5'].entries()) {
      const { id } = await createProduct(ctx, { sku: `EXACT-${n}`, name: 'Exact', unitPrice });
      expect(await getProduct(ctx, id)).toMatchObject({ unitPrice });
    }
  });

  it('refuses a SKU that is taken, capital and small letters being different', async () => {
    await createProduct(ctx, { sku: '22914', name: 'One', unitPrice: '1' });
    await expect(createProduct(ctx, { sku: '22914', name: 'Two', unitPrice: '1' })).rejects.toMatchObject({
      reason: 'sku-taken',
      faults: [{ path: 'sku' }],
    });
    await expect(createProduct(ctx, { sku: '85123a', name: 'Small', unitPrice: '1' })).resolves.toBeDefined();
    await expect(
      createProduct(foreign, { sku: '22914', name: 'Theirs', unitPrice: '1' }),
    ).resolves.toBeDefined();
  });

  it("refuses another company's tax category and an archived one", async () => {
    const other = await testTenant();
    const wanted = { sku: 'TAX', name: 'Tax', unitPrice: '1' };
    const error = { code: 'invalid', faults: [{ path: 'taxCategoryId' }] };
    await expect(createProduct(ctx, { ...wanted, taxCategoryId: other.taxes.zero })).rejects.toMatchObject(
      error,
    );
    await archiveTaxCategory(other.ctx, other.taxes.zero);
    await expect(
      createProduct(other.ctx, { ...wanted, taxCategoryId: other.taxes.zero }),
    ).rejects.toMatchObject(error);
  });

  it('is not for viewers, and leaves nothing when the transaction fails', async () => {
    const wanted = { sku: 'GONE', name: 'Gone', unitPrice: '1' };
    await expect(createProduct(company.ctxAs('viewer'), wanted)).rejects.toThrow(code('forbidden'));
    const failing = withTx(ctx, async (inside) => {
      await createProduct(inside, wanted);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await expect(createProduct(company.ctxAs('manager'), wanted)).resolves.toBeDefined();
  });
});

describe('updateProduct', () => {
  it('changes only what is given', async () => {
    const before = await createProduct(ctx, {
      sku: 'U1',
      name: 'Before',
      names: { ru: 'До' },
      unitPrice: '1.10',
    });
    const after = await updateProduct(ctx, before.id, 1, {
      name: 'After',
      unitPrice: '0.000002',
      unit: 'KGM',
    });
    expect(after).toMatchObject({
      name: 'After',
      names: { ru: 'До' },
      unitPrice: '0.000002',
      unit: 'KGM',
      version: 2,
    });
    expect(await getProduct(ctx, before.id)).toEqual(after);
    const [, record] = await auditOf(before.id);
    expect(record?.changes).toEqual({
      name: { from: 'Before', to: 'After' },
      unitPrice: { from: '1.1', to: '0.000002' },
      unit: { from: 'C62', to: 'KGM' },
    });
    expect((await listProducts(ctx, { q: 'before' })).rows).toEqual([]);
  });

  it('does nothing when everything is as it was', async () => {
    const before = await createProduct(ctx, {
      sku: 'U2',
      name: 'Same',
      names: { uz: 'b', en: 'a' },
      unitPrice: '3',
    });
    const same = { name: 'Same', names: { en: 'a', uz: 'b' }, unitPrice: '3.00', currency: 'GBP' };
    expect(await updateProduct(ctx, before.id, 1, same)).toEqual(before);
    expect(await auditOf(before.id)).toHaveLength(1);
  });

  it('refuses old versions, taken SKUs, foreign categories, foreign companies and weak roles', async () => {
    const other = await testTenant();
    await createProduct(ctx, { sku: 'HELD', name: 'Holder', unitPrice: '1' });
    const { id } = await createProduct(ctx, { sku: 'U3', name: 'Guarded', unitPrice: '1' });
    await expect(updateProduct(ctx, id, 2, { name: 'X' })).rejects.toThrow(code('stale'));
    await expect(updateProduct(ctx, id, 1, { sku: 'HELD' })).rejects.toMatchObject({ reason: 'sku-taken' });
    await expect(updateProduct(ctx, id, 1, { taxCategoryId: other.taxes.zero })).rejects.toThrow(
      code('invalid'),
    );
    await expect(updateProduct(foreign, id, 1, { name: 'X' })).rejects.toThrow(code('not-found'));
    await expect(updateProduct(company.ctxAs('analyst'), id, 1, { name: 'X' })).rejects.toThrow(
      code('forbidden'),
    );
    expect(await getProduct(ctx, id)).toMatchObject({ name: 'Guarded', version: 1 });
  });

  it('lets only one of two people win', async () => {
    const { id } = await createProduct(ctx, { sku: 'U4', name: 'Contended', unitPrice: '1' });
    const both = await Promise.allSettled(
      ['2', '3'].map((unitPrice) => updateProduct(ctx, id, 1, { unitPrice })),
    );
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'stale' });
  });
});

describe('getProduct, archiveProduct and restoreProduct', () => {
  it('keep to the company, the version and the role', async () => {
    const { id } = await createProduct(ctx, { sku: 'G1', name: 'Xylophone', unitPrice: '1' });
    await expect(getProduct(foreign, id)).rejects.toThrow(code('not-found'));
    await expect(getProduct(ctx, 'nonsense')).rejects.toThrow(code('not-found'));
    await expect(archiveProduct(foreign, id)).rejects.toThrow(code('not-found'));
    await expect(archiveProduct(ctx, id, 2)).rejects.toThrow(code('stale'));
    await expect(archiveProduct(company.ctxAs('viewer'), id)).rejects.toThrow(code('forbidden'));
    expect(await archiveProduct(ctx, id, 1)).toMatchObject({ archived: true, version: 2 });
    expect((await listProducts(ctx, { q: 'xylophone' })).rows).toEqual([]);
    expect(await restoreProduct(ctx, id)).toMatchObject({ archived: false, version: 3 });
    const actions = (await auditOf(id)).map((record) => record.action);
    expect(actions).toEqual(['product.create', 'product.archive', 'product.restore']);
  });
});
