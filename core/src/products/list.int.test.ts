import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { testTenant, type TestTenant } from '../testing';
import {
  archiveProduct,
  bulkProducts,
  createProduct,
  insertProducts,
  listProducts,
  matchProducts,
  suggestProducts,
} from './index';
import { productSorts, type ListProductsInput } from './schemas';

let company: TestTenant;
let ctx: Ctx;
let foreign: Ctx;

const code = (value: string) => expect.objectContaining({ code: value }) as Error;
const skus = async (input: ListProductsInput = {}) =>
  (await listProducts(ctx, input)).rows.map((row) => row.sku);

beforeAll(async () => {
  company = await testTenant();
  ctx = company.ctx;
  foreign = await company.foreign();
  await createProduct(foreign, { sku: 'FREMD', name: 'Lantern abroad', unitPrice: '1' });
  await createProduct(ctx, {
    sku: '85123A',
    name: 'Heart lantern',
    names: { ru: 'Фонарь «Ёлка»' },
    unitPrice: '10',
  });
  await createProduct(ctx, {
    sku: '22914',
    name: 'blue coat rack',
    unitPrice: '9.5',
    tags: ['Coat'],
    currency: 'EUR',
  });
  await createProduct(ctx, {
    sku: 'KG-1',
    name: 'Äpfel',
    unit: 'KGM',
    unitPrice: '0.000001',
    taxCategoryId: company.taxes.zero,
  });
  await archiveProduct(
    ctx,
    (await createProduct(ctx, { sku: 'OLD', name: 'Old lantern', unitPrice: '1' })).id,
  );
});

describe('listProducts', () => {
  it.each([
    ['lantern', ['85123A']],
    ['85123', ['85123A']],
    ['85123a', ['85123A']],
    ['елка', ['85123A']],
    ['ФОНАРЬ heart', ['85123A']],
    ['apfel', ['KG-1']],
    ['ÄPF', ['KG-1']],
    ['fremd', []],
    ['kg_1', []],
  ])('search for %s finds %j', async (q, found) => {
    expect(await skus({ q })).toEqual(found);
  });

  it.each([
    ['name', ['KG-1', '22914', '85123A']],
    ['-name', ['85123A', '22914', 'KG-1']],
    ['sku', ['22914', '85123A', 'KG-1']],
    ['unitPrice', ['KG-1', '22914', '85123A']],
    ['-unitPrice', ['85123A', '22914', 'KG-1']],
    ['-createdAt', ['KG-1', '22914', '85123A']],
  ] as const)('sorted by %s', async (sort, order) => {
    expect(await skus({ sort })).toEqual(order);
  });

  it('filters', async () => {
    expect(await skus({ tag: 'COAT' })).toEqual(['22914']);
    expect(await skus({ currency: 'EUR' })).toEqual(['22914']);
    expect(await skus({ unit: 'KGM' })).toEqual(['KG-1']);
    expect(await skus({ taxCategoryId: company.taxes.zero })).toEqual(['KG-1']);
    expect(await skus({ archived: 'true' })).toEqual(['OLD']);
    expect(await skus({ archived: 'all' })).toHaveLength(4);
    await expect(listProducts(ctx, { color: 'red' } as ListProductsInput)).rejects.toThrow(code('invalid'));
    expect((await listProducts(foreign)).rows.map((row) => row.sku)).toEqual(['FREMD']);
  });

  it('gives every product once in every order, also where values are equal', async () => {
    const { ctx } = await testTenant();
    const rows = Array.from({ length: 17 }, (_, n) => ({
      sku: `P${n}`,
      name: `Same ${n % 2}`,
      unitPrice: `${n % 3}.5`,
    }));
    await insertProducts(ctx, rows);
    for (const sort of productSorts) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listProducts(ctx, { sort, limit: 4, ...(cursor && { cursor }) });
        seen.push(...page.rows.map((row) => row.sku));
        cursor = page.nextCursor;
      } while (cursor);
      const whole = await listProducts(ctx, { sort, limit: 200 });
      expect(seen).toEqual(whole.rows.map((row) => row.sku));
      expect(new Set(seen).size).toBe(17);
    }
  });
});

describe('bulkProducts', () => {
  it('tags, archives and restores, each with its version', async () => {
    const { ctx } = await testTenant();
    const { products } = await insertProducts(ctx, [
      { sku: 'A', name: 'A', unitPrice: '1' },
      { sku: 'B', name: 'B', unitPrice: '1', tags: ['sale'] },
    ]);
    const ids = [...products.values()].map((product) => product.id);
    expect(await bulkProducts(ctx, { action: 'add-tag', tag: 'Sale', ids })).toEqual({
      matched: 2,
      changed: 1,
    });
    expect(await bulkProducts(ctx, { action: 'archive', filters: { tag: 'sale' } })).toEqual({
      matched: 2,
      changed: 2,
    });
    expect((await listProducts(ctx)).rows).toEqual([]);
    expect(await bulkProducts(ctx, { action: 'restore', ids })).toEqual({ matched: 2, changed: 2 });
    expect(await bulkProducts(ctx, { action: 'remove-tag', tag: 'sale', ids })).toEqual({
      matched: 2,
      changed: 2,
    });
    expect((await listProducts(ctx)).rows.map((row) => [row.sku, row.version, row.tags])).toEqual([
      ['A', 5, []],
      ['B', 4, []],
    ]);
  });

  it('changes nothing for foreign ids and weak roles', async () => {
    const theirs = (await listProducts(foreign)).rows.map((row) => row.id);
    await expect(bulkProducts(ctx, { action: 'archive', ids: theirs })).rejects.toThrow(code('not-found'));
    await expect(bulkProducts(company.ctxAs('viewer'), { action: 'archive', filters: {} })).rejects.toThrow(
      code('forbidden'),
    );
    expect((await listProducts(foreign)).rows).toHaveLength(1);
  });
});

describe('matchProducts and insertProducts', () => {
  it('match by exact SKU and add what is missing', async () => {
    const { ctx, taxes } = await testTenant();
    const { id } = await createProduct(ctx, { sku: '85123A', name: 'Large', unitPrice: '2.55' });
    const rows = [
      { sku: '85123A', name: 'Not taken over', unitPrice: '9' },
      { sku: '85123a', name: 'Small', unitPrice: '1.25', taxCategoryId: taxes.zero },
    ];
    const { products, created } = await insertProducts(ctx, rows);
    expect([...created]).toEqual(['85123a']);
    expect(products.get('85123A')).toEqual({
      id,
      sku: '85123A',
      name: 'Large',
      unit: 'C62',
      unitPrice: '2.55',
      currency: 'GBP',
      taxCategoryId: taxes.standard,
      archived: false,
    });
    expect(products.get('85123a')).toMatchObject({ taxCategoryId: taxes.zero, unitPrice: '1.25' });
    expect(await matchProducts(ctx, ['85123A', '85123a', 'FREMD'])).toEqual(products);
  });

  it('names the row and field that is wrong, and adds none', async () => {
    const { ctx } = await testTenant();
    const good = { sku: 'G', name: 'Good', unitPrice: '1' };
    await expect(insertProducts(ctx, [good, { ...good, sku: 'W', unitPrice: 'x' }])).rejects.toMatchObject({
      faults: [{ path: '1.unitPrice' }],
    });
    const alien = { ...good, sku: 'W', taxCategoryId: company.taxes.zero };
    await expect(insertProducts(ctx, [good, alien])).rejects.toMatchObject({
      faults: [{ path: '1.taxCategoryId' }],
    });
    expect((await listProducts(ctx)).rows).toEqual([]);
    await expect(insertProducts(company.ctxAs('viewer'), [])).rejects.toThrow(code('forbidden'));
  });
});

describe('suggestProducts', () => {
  it.each([
    ['', ['KG-1', '22914', '85123A']],
    ['85', ['85123A']],
    ['rack', ['22914']],
    ['ra', []],
    ['lantern', ['85123A']],
    ['фон', ['85123A']],
  ])('%j finds %j', async (text, found) => {
    expect((await suggestProducts(ctx, text)).map((each) => each.sku)).toEqual(found);
  });

  it('gives what a line takes over', async () => {
    const [product] = await suggestProducts(ctx, 'kg-1');
    expect(product).toMatchObject({
      name: 'Äpfel',
      unit: 'KGM',
      unitPrice: '0.000001',
      taxCategoryId: company.taxes.zero,
    });
  });
});
