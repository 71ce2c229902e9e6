// POST /orders with three lines, durable, with numbers, totals, audit and outbox, against one insert of the same rows.
import { besideBareServer } from '../bare/start.mjs';
import { share } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';
import { withKey } from '../requests.mjs';
import { query } from '../sql.mjs';

const items = [1, 2, 3].map((n) => ({ title: `Rye bread ${n}`, quantity: String(n), unitPrice: '12.50' }));

async function referencesOf(instance, { tenantId }) {
  const [row] = await query(
    instance,
    `select c.id as "customerId", t.id as "taxCategoryId" from customers c, tax_categories t
     where c.tenant_id = $1 and t.tenant_id = $1 and t.is_default limit 1`,
    [tenantId],
  );
  return row;
}

function productRequest(company, { customerId }) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': '{unique}' };
  const body = JSON.stringify({ status: 'placed', customerId, items });
  return withKey(company, { method: 'POST', path: '/api/v1/orders', headers, body });
}

function bareRequest({ tenantId }, references) {
  const lines = items.map(({ title, quantity }, index) => ({
    position: index + 1,
    title,
    quantity,
    price: '12.50',
  }));
  const searchText = ['so-1', ...items.map(({ title }) => title.toLowerCase())].join('\n');
  const body = JSON.stringify({ tenantId, ...references, items: lines, searchText });
  return { method: 'POST', path: '/', body };
}

export async function measurePost(instance, options) {
  const companies = await Promise.all(
    instance.written.map(async (company) => ({ company, references: await referencesOf(instance, company) })),
  );
  const product = companies.map(({ company, references }) => productRequest(company, references));
  const bare = companies.map(({ company, references }) => bareRequest(company, references));
  const job = (port, requests) => ({ port, requests, connections: 10 });
  const { web } = instance.ports;
  const results = await besideBareServer(instance, (port) =>
    inTurn(
      {
        one: job(web, product.slice(0, 1)),
        bareOne: job(port, bare.slice(0, 1)),
        ten: job(web, product),
        bareTen: job(port, bare),
      },
      options,
    ),
  );
  const line = (what, measured, ceiling) => ({
    ...share({
      what,
      unit: '/s',
      measured: measured.perSecond,
      ceiling: ceiling.perSecond,
      goal: 0.15,
    }),
    details: { measured, ceiling },
  });
  return [
    line('post: POST /orders, 10 connections, one company', results.one, results.bareOne),
    line('post: the same, ten companies', results.ten, results.bareTen),
  ];
}
