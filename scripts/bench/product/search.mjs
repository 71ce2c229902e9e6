// The text search as people use it: terms of every kind, in every order, with filters, and continued.
const span = (from, to) => Array.from({ length: to - from }, (_, index) => from + index);

const terms = (orders) => [
  ...['lan', 'can', 'tea', 'red', 'oak', 'cus', 'ben', 'ang', 'ame', 'so-'],
  ...['lantern', 'teapot', 'vintage', 'small brass', 'mirror red', 'hanger glass'],
  // Found in half of all orders, and in none of the newest.
  ...['so-b-00', 'so-b-000'],
  ...span(1, 7).map((n) => `so-b-${String(Math.floor((orders * n) / 7)).padStart(7, '0')}`),
  ...span(1, 5).map((n) => String(Math.floor((orders * n) / 5) + 7)),
  ...['customer 7', 'customer 399', 'Customer 12', 'c77@bench.test', 'c400@bench.test', '@bench'],
  ...['zzz', 'qwertyuiop', 'nothing here', 'SO-X-1', 'ß', 'Москва', 'xq7'],
];

const combined = ['lan', 'so-', 'so-b-00', 'vintage', 'customer 399', 'so-b-0000007', 'zzz'];
const sorts = ['placedAt', '-number', 'number', '-total', 'total'];
const filters = [
  { status: 'placed' },
  { status: 'placed,closed', kind: 'sale' },
  { status: 'draft' },
  { kind: 'return' },
  { archived: 'true' },
  { tag: 'none' },
  { currency: 'EUR' },
  { placedFrom: '2025-01-01', placedTo: '2025-01-31' },
  { placedTo: '2024-11-30' },
];

const cases = (orders) => [
  ...terms(orders).map((q) => ({ q })),
  ...combined.flatMap((q) => sorts.map((sort) => ({ q, sort }))),
  ...combined.flatMap((q) => filters.map((filter) => ({ q, ...filter }))),
];

export async function answer(core, tenantId, orders, rounds) {
  const { listOrders } = await core('orders');
  const { systemCtx } = await core('platform/context');
  const ctx = systemCtx(tenantId, 'bench');
  const results = cases(Number(orders)).map((asked) => ({ asked, times: [], rows: 0 }));
  const timed = async (asked) => {
    const started = performance.now();
    const page = await listOrders(ctx, { limit: 50, ...asked });
    return { ...page, took: performance.now() - started };
  };
  for (let round = 0; round < Number(rounds); round++) {
    for (const result of results) {
      const { rows, nextCursor, took } = await timed(result.asked);
      result.times.push(took);
      result.rows = rows.length;
      if (nextCursor) result.times.push((await timed({ ...result.asked, cursor: nextCursor })).took);
    }
  }
  return results;
}
