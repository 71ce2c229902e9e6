// The text search with terms as people type them.
const span = (from, to) => Array.from({ length: to - from }, (_, index) => from + index);

const terms = (orders) => [
  ...['lan', 'can', 'tea', 'red', 'oak', 'cus', 'ben', 'ang', 'ame', 'so-'],
  ...['lantern', 'teapot', 'vintage', 'small brass', 'mirror red', 'hanger glass'],
  ...span(1, 7).map((n) => `so-b-${String(Math.floor((orders * n) / 7)).padStart(7, '0')}`),
  ...span(1, 5).map((n) => String(Math.floor((orders * n) / 5) + 7)),
  ...['customer 7', 'customer 399', 'Customer 12', 'c77@bench.test', 'c400@bench.test', '@bench'],
  ...['zzz', 'qwertyuiop', 'nothing here', 'SO-X-1', 'ß', 'Москва', 'xq7'],
];

export async function answer(core, tenantId, orders, rounds) {
  const { listOrders } = await core('orders');
  const { systemCtx } = await core('platform/context');
  const ctx = systemCtx(tenantId, 'bench');
  const results = terms(Number(orders)).map((term) => ({ term, times: [], rows: 0 }));
  for (let round = 0; round < Number(rounds); round++) {
    for (const result of results) {
      const started = performance.now();
      const { rows } = await listOrders(ctx, { q: result.term, limit: 50 });
      result.times.push(performance.now() - started);
      result.rows = rows.length;
    }
  }
  return results;
}
