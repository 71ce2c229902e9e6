// GET /orders: key check, row-level security, validation and limits, against the same rows from a bare server.
import { besideBareServer } from '../bare/start.mjs';
import { below, share } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';
import { listRequests, withKey } from '../requests.mjs';
import { query } from '../sql.mjs';

const PAGE = 50;
const DEEP_PAGES = 1000;
const AS_FAST = 0.2;

/** The cursor that 1,000 pages lead to (the last page where there are fewer), without asking for them all. */
async function deepCursor(instance, tenantId) {
  const [row] = await query(
    instance,
    `with numbered as (select id, placed_at, row_number() over (order by placed_at desc, id desc) as n,
       count(*) over () as total from orders where tenant_id = $1)
     select id, n, to_char(placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as placed
     from numbered where n = least($2, (total / $3 - 1) * $3)`,
    [tenantId, PAGE * DEEP_PAGES, PAGE],
  );
  const cursor = Buffer.from(JSON.stringify(['-placedAt', row.placed, row.id])).toString('base64url');
  return { cursor, page: Number(row.n) / PAGE };
}

async function deepLine(instance, options) {
  const [company] = instance.listed;
  const { cursor, page } = await deepCursor(instance, company.tenantId);
  const at = (path) => ({
    port: instance.ports.web,
    connections: 10,
    requests: [withKey(company, { path: `/api/v1/orders?limit=${PAGE}${path}` })],
  });
  const { first, deep } = await inTurn({ first: at(''), deep: at(`&cursor=${cursor}`) }, options);
  const ratio = deep.perSecond / first.perSecond;
  return {
    ...share({
      what: `list: page ${page} against page 1`,
      unit: '/s',
      measured: deep.perSecond,
      ceiling: first.perSecond,
      goal: 1 - AS_FAST,
    }),
    ok: ratio > 1 - AS_FAST,
    details: { first, deep },
  };
}

export async function measureList(instance, options) {
  const product = { port: instance.ports.web, requests: listRequests(instance) };
  const busy = await besideBareServer(instance, (port) => {
    const requests = instance.listed.map(({ tenantId }) => ({ path: `/orders?tenant=${tenantId}` }));
    const jobs = { product: { ...product, connections: 50 }, bare: { port, requests, connections: 50 } };
    return inTurn(jobs, options);
  });
  const { ten } = await inTurn({ ten: { ...product, connections: 10 } }, options);
  return [
    share({
      what: 'list: GET /orders, 50 connections',
      unit: '/s',
      measured: busy.product.perSecond,
      ceiling: busy.bare.perSecond,
      goal: 0.5,
      details: busy,
    }),
    below({
      what: 'list: p95 at 10 connections',
      unit: 'ms',
      measured: ten.p95,
      goal: 100,
      details: ten,
    }),
    await deepLine(instance, options),
  ];
}
