import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant, type TestTenant } from '../testing';
import { createOrder, type CreateOrderInput } from './index';
import { decodeCursor, encodeCursor } from '../platform/lists';
import { OrderFilters, orderSorts, type OrderSort } from './schemas';
import { searchOrders, type Steps } from './search';

let company: TestTenant;

// Found in every second order, in one, and in none.
beforeAll(async () => {
  company = await testTenant();
  const foreign = await company.foreign();
  for (let n = 0; n < 24; n += 1) {
    const item = { title: n % 2 ? 'Lantern' : 'Clock', quantity: String(1 + (n % 5)), unitPrice: '2' };
    const order: CreateOrderInput = {
      status: n % 3 ? 'placed' : 'draft',
      placedAt: `2026-10-${10 + (n % 7)}T10:00:00Z`,
      externalNumber: n === 4 ? 'Only-Once' : `E${n}${n < 12 ? '-early' : ''}`,
      items: [item],
    };
    await createOrder(company.ctx, order);
    if (n < 3) await createOrder(foreign, order);
  }
});

const valueOf = (sort: OrderSort, row: { number: string; total_minor: string; placed_at: string }) =>
  sort.endsWith('number')
    ? row.number
    : sort.endsWith('total')
      ? row.total_minor
      : new Date(row.placed_at).toISOString();

/** The numbers of everything that is found, read in pages of three. */
async function numbers(filters: object, sort: OrderSort, steps?: Steps): Promise<string[]> {
  const page = { filters: OrderFilters.parse(filters), sort, limit: 3, timeZone: 'UTC' };
  const seen: string[] = [];
  let after;
  for (;;) {
    const rows = await searchOrders(company.ctx, { ...page, after }, steps);
    seen.push(...rows.slice(0, 3).map((row) => row.number));
    const last = rows[2];
    if (rows.length <= 3 || !last) return seen;
    after = decodeCursor(encodeCursor({ sort, value: valueOf(sort, last), id: last.id }), sort);
  }
}

const searches: [object, number][] = [
  [{ q: 'lantern' }, 12],
  [{ q: 'LANT' }, 12],
  [{ q: 'early' }, 11],
  [{ q: 'early', status: 'placed' }, 7],
  [{ q: 'only-once' }, 1],
  [{ q: 'ck' }, 12],
  [{ q: 'clock', placedFrom: '2026-10-15', placedTo: '2026-10-16' }, 3],
  [{ q: 'zebra' }, 0],
  [{ q: 'lantern', archived: 'true' }, 0],
];

describe('searchOrders', () => {
  it.each(searches)('finds the same for %j in each of its steps', async (filters, count) => {
    for (const sort of orderSorts) {
      const found = await numbers(filters, sort);
      expect(found).toHaveLength(count);
      expect(new Set(found).size).toBe(count);
      // Only the walk; the index and then the walk; the index alone.
      expect(await numbers(filters, sort, { near: 1, few: 0 })).toEqual(found);
      expect(await numbers(filters, sort, { near: 5, few: 6 })).toEqual(found);
      expect(await numbers(filters, sort, { near: 1, few: 100 })).toEqual(found);
    }
  });
});
