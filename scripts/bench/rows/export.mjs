// A list as a CSV file in storage, against COPY of the same query; and what memory the worker needs for it.
import { setTimeout as delay } from 'node:timers/promises';
import { copyOut } from '../bare/copy.mjs';
import { exportQuery } from '../bare/statements.mjs';
import { below, median, multiple } from '../figures.mjs';
import { pidOf } from '../instance.mjs';
import { growthDuring, ownMb } from '../memory.mjs';
import { ask } from '../product/ask.mjs';
import { call } from '../requests.mjs';
import { countOrders } from '../sql.mjs';

const LONGEST_MS = 300_000;
const LOOK_EVERY_MS = 20;

/** Asks for an export of all orders and waits until its file is in storage; seconds. */
export async function exportOnce(instance, company) {
  const started = performance.now();
  const { id } = await call(instance, company, 'POST', '/exports', { resource: 'orders', format: 'csv' });
  for (;;) {
    const { status, file } = await call(instance, company, 'GET', `/exports/${id}`);
    const took = performance.now() - started;
    if (status === 'ready') return { seconds: took / 1000, bytes: Number(file.bytes) };
    if (status === 'failed' || took > LONGEST_MS) throw new Error(`the export is ${status} after ${took} ms`);
    await delay(LOOK_EVERY_MS);
  }
}

async function lines(instance, company, { runs }) {
  const orders = (await countOrders(instance, company.tenantId)).toLocaleString('en');
  const [times, bare, growth] = [[], [], []];
  const idle = ownMb(pidOf('worker'));
  // The first of each loads code and reads the table into memory.
  const { seconds: first } = await exportOnce(instance, company);
  await copyOut(instance, exportQuery(company.tenantId));
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const watched = await growthDuring(pidOf('worker'), () => exportOnce(instance, company));
    times.push(watched.result.seconds);
    bytes = watched.result.bytes;
    growth.push({ beforeMb: Math.round(watched.beforeMb), growthMb: Math.round(watched.growthMb) });
    bare.push(await copyOut(instance, exportQuery(company.tenantId)));
  }
  const peak = Math.max(...growth.map(({ beforeMb, growthMb }) => beforeMb + growthMb));
  return [
    multiple({
      what: `export: CSV of ${orders} orders`,
      unit: 's',
      measured: median(times),
      ceiling: median(bare),
      goal: 3,
      details: { first, times, bare, bytes },
    }),
    below({
      what: `export: worker memory above idle, ${orders} orders`,
      unit: 'MB',
      measured: Math.max(0, peak - idle),
      goal: 80,
      details: { idle, peak, growth },
    }),
  ];
}

export async function measureExport(instance, options) {
  const own = await lines(instance, instance.listed[0], options);
  if (!options.full) return own;
  const env = { ...instance.env, BARE_DATABASE_URL: instance.adminUrl };
  const million = await ask('million', { env });
  return [...own, ...(await lines(instance, million, options))];
}
