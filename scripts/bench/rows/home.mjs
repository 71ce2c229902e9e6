// The figures of the home page over the largest company.
import { below, percentiles } from '../figures.mjs';
import { ask } from '../product/ask.mjs';
import { countOrders } from '../sql.mjs';

const TIMES = 500;

export async function measureHome(instance) {
  const [{ tenantId }] = instance.listed;
  const orders = await countOrders(instance, tenantId);
  const times = percentiles(await ask('figures', instance, tenantId, TIMES));
  const what = `home: figures over ${orders.toLocaleString('en')} orders, p95`;
  return [below({ what, unit: 'ms', measured: times.p95, goal: 20, details: times })];
}
