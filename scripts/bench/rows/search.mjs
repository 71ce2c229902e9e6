// The text search over the largest company: frequent, rare and missing terms, in every order, with filters, continued.
import { below, median, percentiles } from '../figures.mjs';
import { ask } from '../product/ask.mjs';
import { countOrders } from '../sql.mjs';

const ROUNDS = 3;

export async function measureSearch(instance) {
  const [{ tenantId }] = instance.listed;
  const orders = await countOrders(instance, tenantId);
  const results = await ask('search', instance, tenantId, orders, ROUNDS);
  const all = percentiles(results.flatMap(({ times }) => times));
  const slowest = results
    .map(({ asked, rows, times }) => ({ ...asked, rows, ms: Number(median(times).toFixed(1)) }))
    .sort((a, b) => b.ms - a.ms);
  const what = `search: ${results.length} searches over ${orders.toLocaleString('en')} orders, p95`;
  return [below({ what, unit: 'ms', measured: all.p95, goal: 200, details: { all, slowest } })];
}
