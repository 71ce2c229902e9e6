import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { testTenant, type TestTenant } from '../testing';
import {
  archiveCustomer,
  bulkCustomers,
  createCustomer,
  insertCustomers,
  listCustomers,
  matchCustomers,
  suggestCustomers,
} from './index';
import type { ListCustomersInput } from './schemas';

let company: TestTenant;
let ctx: Ctx;
let foreign: Ctx;

const code = (value: string) => expect.objectContaining({ code: value }) as Error;
const names = async (input: ListCustomersInput = {}) =>
  (await listCustomers(ctx, input)).rows.map((row) => row.name);

beforeAll(async () => {
  company = await testTenant();
  ctx = company.ctx;
  foreign = await company.foreign();
  await createCustomer(foreign, { name: 'Bäckerei Fremd', tags: ['vip'], externalNumber: 'Z-1' });
  await createCustomer(ctx, {
    name: 'Bäckerei Groß',
    externalNumber: 'Z-1',
    taxId: 'GB 123 4567 89',
    emails: ['einkauf@gross.example'],
    phones: ['+44 (0)20 7946 0018', '0161 496 0000'],
    billingAddress: { city: 'Köln', country: 'DE' },
    currency: 'EUR',
    language: 'de',
    tags: ['VIP'],
  });
  await createCustomer(ctx, { kind: 'person', name: 'Алёна Зелёная', tags: ['опт', 'vip'], language: 'ru' });
  await createCustomer(ctx, { name: 'ООО «Ромашка»', billingAddress: { city: 'Москва', country: 'RU' } });
  await createCustomer(ctx, { name: 'Oʻzbegim savdo', billingAddress: { city: 'Toshkent', country: 'UZ' } });
  await createCustomer(ctx, { name: 'apple 100% pure_juice' });
  const hidden = await createCustomer(ctx, { name: 'Zz archived' });
  await archiveCustomer(ctx, hidden.id);
});

describe('search', () => {
  it.each([
    ['backerei', 'Bäckerei Groß'],
    ['BÄCK', 'Bäckerei Groß'],
    ['gross', 'Bäckerei Groß'],
    ['groß bäck', 'Bäckerei Groß'],
    ['Z-1', 'Bäckerei Groß'],
    ['gb123456789', 'Bäckerei Groß'],
    ['123 4567', 'Bäckerei Groß'],
    ['einkauf@gross', 'Bäckerei Groß'],
    ['020 7946 0018', 'Bäckerei Groß'],
    ['161 4960000', 'Bäckerei Groß'],
    ['(0161) 496', 'Bäckerei Groß'],
    ['köln', 'Bäckerei Groß'],
    ['koln', 'Bäckerei Groß'],
    ['зелен', 'Алёна Зелёная'],
    ['АЛЕНА', 'Алёна Зелёная'],
    ['ромашка', 'ООО «Ромашка»'],
    ['москва', 'ООО «Ромашка»'],
    ["o'zbegim", 'Oʻzbegim savdo'],
    ['o‘zb', 'Oʻzbegim savdo'],
    ['100%', 'apple 100% pure_juice'],
    ['pure_j', 'apple 100% pure_juice'],
    ['%', 'apple 100% pure_juice'],
  ])('%s finds %s', async (q, name) => {
    expect(await names({ q })).toEqual([name]);
  });

  it.each(['pureXjuice', '100_', 'fremd', 'archived', "'; drop table customers; --", 'backerei ромашка'])(
    '%s finds none',
    async (q) => {
      expect(await names({ q })).toEqual([]);
    },
  );
});

describe('filters and order', () => {
  it('sorts by name without regard to capitals and accents', async () => {
    const all = [
      'apple 100% pure_juice',
      'Bäckerei Groß',
      'Oʻzbegim savdo',
      'Алёна Зелёная',
      'ООО «Ромашка»',
    ];
    expect(await names()).toEqual(all);
    expect(await names({ sort: '-name' })).toEqual([...all].reverse());
    expect((await names({ sort: '-createdAt' }))[0]).toBe('apple 100% pure_juice');
  });

  it.each([
    [{ tag: 'Vip' }, 2],
    [{ tag: 'vip', kind: 'person' }, 1],
    [{ country: 'UZ' }, 1],
    [{ currency: 'EUR' }, 1],
    [{ language: 'ru' }, 1],
    [{ archived: 'true' }, 1],
    [{ archived: 'all' }, 6],
    [{ q: '', tag: 'nobody' }, 0],
  ] as const)('%j finds %i', async (filters, count) => {
    expect(await names(filters)).toHaveLength(count);
  });

  it('refuses what it does not know', async () => {
    await expect(listCustomers(ctx, { page: 2 } as ListCustomersInput)).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ path: 'page' }],
    });
    await expect(listCustomers(ctx, { cursor: 'x' })).rejects.toThrow(code('invalid'));
  });

  it('shows nothing of another company', async () => {
    expect((await listCustomers(foreign, { archived: 'all' })).rows.map((row) => row.name)).toEqual([
      'Bäckerei Fremd',
    ]);
  });
});

describe('pages', () => {
  it('give every customer once in every order, also where names are equal', async () => {
    const { ctx } = await testTenant();
    const rows = Array.from({ length: 23 }, (_, n) => ({ name: `Same ${n % 3}`, externalNumber: `P${n}` }));
    await insertCustomers(ctx, rows);
    for (const sort of ['name', '-name', 'createdAt', '-createdAt'] as const) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listCustomers(ctx, { sort, limit: 5, ...(cursor && { cursor }) });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor;
      } while (cursor);
      const whole = await listCustomers(ctx, { sort, limit: 200 });
      expect(seen).toEqual(whole.rows.map((row) => row.id));
      expect(new Set(seen).size).toBe(23);
      expect(whole.nextCursor).toBeNull();
    }
  });
});

describe('bulkCustomers', () => {
  it('tags by ids, untags by filters, and records each', async () => {
    const { ctx } = await testTenant();
    const { customers } = await insertCustomers(ctx, [
      { name: 'A', externalNumber: 'A' },
      { name: 'B', externalNumber: 'B', tags: ['gold'] },
    ]);
    const ids = [...customers.values()].map((customer) => customer.id);
    expect(await bulkCustomers(ctx, { action: 'add-tag', tag: 'Gold', ids })).toEqual({
      matched: 2,
      changed: 1,
    });
    const tagged = await listCustomers(ctx, { tag: 'gold' });
    expect(tagged.rows.map((row) => [row.name, row.version])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    const result = await bulkCustomers(ctx, { action: 'remove-tag', tag: 'gold', filters: { q: 'b' } });
    expect(result).toEqual({ matched: 1, changed: 1 });
    expect((await listCustomers(ctx, { tag: 'gold' })).rows.map((row) => row.name)).toEqual(['A']);
    expect(await bulkCustomers(ctx, { action: 'archive', filters: {} })).toEqual({ matched: 2, changed: 2 });
    expect(await bulkCustomers(ctx, { action: 'restore', filters: { archived: 'true' } })).toEqual({
      matched: 2,
      changed: 2,
    });
  });

  it('changes thousands in one go', async () => {
    const { ctx } = await testTenant();
    const rows = Array.from({ length: 2_345 }, (_, n) => ({ name: `Many ${n}`, externalNumber: `${n}` }));
    await insertCustomers(ctx, rows);
    expect(await bulkCustomers(ctx, { action: 'add-tag', tag: 'all', filters: {} })).toEqual({
      matched: 2_345,
      changed: 2_345,
    });
  });

  it('is all or nothing when an id is foreign, and when one has no room for a tag', async () => {
    const { ctx } = await testTenant();
    const tags = Array.from({ length: 30 }, (_, n) => `t${n}`);
    const empty = await createCustomer(ctx, { name: 'Empty' });
    const full = await createCustomer(ctx, { name: 'Full', tags });
    const theirs = await createCustomer(foreign, { name: 'Theirs too' });
    await expect(bulkCustomers(ctx, { action: 'archive', ids: [empty.id, theirs.id] })).rejects.toThrow(
      code('not-found'),
    );
    await expect(
      bulkCustomers(ctx, { action: 'add-tag', tag: 'more', ids: [empty.id, full.id] }),
    ).rejects.toMatchObject({
      code: 'conflict',
      reason: 'too-many-tags',
    });
    expect((await listCustomers(ctx, { tag: 'more' })).rows).toEqual([]);
    expect((await listCustomers(ctx)).rows).toHaveLength(2);
    expect((await listCustomers(foreign, { q: 'theirs too' })).rows).toHaveLength(1);
  });

  it('is not for viewers', async () => {
    await expect(bulkCustomers(company.ctxAs('viewer'), { action: 'archive', filters: {} })).rejects.toThrow(
      code('forbidden'),
    );
  });
});

describe('matchCustomers and insertCustomers', () => {
  it('match by number within the company and add what is missing', async () => {
    const { ctx } = await testTenant();
    const old = await createCustomer(ctx, { name: 'Old', externalNumber: '17850' });
    await archiveCustomer(ctx, old.id);
    expect([...(await matchCustomers(ctx, ['17850', '13047', 'Z-1']))]).toEqual([
      ['17850', { id: old.id, name: 'Old', currency: null, archived: true }],
    ]);
    const result = await insertCustomers(ctx, [
      { name: 'Not taken over', externalNumber: '17850' },
      { name: 'Customer 13047', externalNumber: '13047', billingAddress: { country: 'GB' } },
      { name: 'Customer 13047', externalNumber: '13047' },
    ]);
    expect([...result.created]).toEqual(['13047']);
    expect(result.customers.get('17850')?.id).toBe(old.id);
    expect(await matchCustomers(ctx, ['17850', '13047'])).toEqual(result.customers);
    const again = await insertCustomers(ctx, [{ name: 'Again', externalNumber: '13047' }]);
    expect(again.created.size).toBe(0);
  });

  it('names the row and field that is wrong, and adds none', async () => {
    const { ctx } = await testTenant();
    const rows = [
      { name: 'Fine', externalNumber: '1' },
      { name: '', externalNumber: '2' },
    ];
    await expect(insertCustomers(ctx, rows)).rejects.toMatchObject({ faults: [{ path: '1.name' }] });
    expect((await listCustomers(ctx)).rows).toEqual([]);
    await expect(insertCustomers(company.ctxAs('viewer'), [])).rejects.toThrow(code('forbidden'));
  });

  it('agree when two imports bring the same customers', async () => {
    const { ctx } = await testTenant();
    const rows = Array.from({ length: 300 }, (_, n) => ({ name: `C${n}`, externalNumber: `${n}` }));
    const [one, two] = await Promise.all([
      insertCustomers(ctx, rows),
      insertCustomers(ctx, [...rows].reverse()),
    ]);
    expect(one.created.size + two.created.size).toBe(300);
    expect(new Map([...one.customers].sort())).toEqual(new Map([...two.customers].sort()));
  });
});

describe('suggestCustomers', () => {
  it.each([
    ['', 5],
    ['b', 1],
    ['gr', 0],
    ['groß', 1],
    ['ром', 1],
    ['z-1', 1],
    ['zz', 0],
  ])('%j finds %i', async (text, count) => {
    expect(await suggestCustomers(ctx, text)).toHaveLength(count);
  });

  it('puts first who begins like what was typed, and gives ten at most', async () => {
    const { ctx } = await testTenant();
    const contains = Array.from({ length: 12 }, (_, n) => ({ name: `A${n} Lamp`, externalNumber: `x${n}` }));
    await insertCustomers(ctx, [
      ...contains,
      { name: 'Lamp & Co', externalNumber: 'y' },
      { name: 'Zed', externalNumber: 'lamp-7' },
    ]);
    const found = await suggestCustomers(ctx, 'lamp');
    expect(found).toHaveLength(10);
    expect(found.slice(0, 2).map((each) => each.name)).toEqual(['Lamp & Co', 'Zed']);
    expect(found[2]).toMatchObject({ name: 'A0 Lamp', kind: 'company', city: null });
  });

  it('needs the right to read customers', async () => {
    const keyed: Ctx = {
      ...ctx,
      actor: { type: 'api-key', id: company.userId, name: 'k', scopes: ['orders:read'] },
    };
    await expect(suggestCustomers(keyed, 'a')).rejects.toThrow(code('forbidden'));
  });
});
