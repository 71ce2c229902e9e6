// The pages of invoices and the reports over the largest company, as HTML for someone signed in.
import { below } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';
import { query } from '../sql.mjs';

const WARM_UP_SECONDS = 6;
const PAGES = 40;

const get = (instance, path) => ({
  path: `/${instance.listed[0].slug}${path}`,
  headers: { Cookie: `countinghouse.session=${instance.session}`, Accept: 'text/html' },
});

async function measure(instance, options, { name, paths, connections, goal }) {
  const job = {
    port: instance.ports.web,
    connections,
    warmUp: WARM_UP_SECONDS,
    requests: paths.map((path) => get(instance, path)),
  };
  const { pages } = await inTurn({ pages: job }, options);
  const [row] = await query(instance, 'select count(*)::int as n from invoices where tenant_id = $1', [
    instance.listed[0].tenantId,
  ]);
  const what = `${name} over ${row.n.toLocaleString('en')} invoices, ${connections} connections: p95`;
  return [below({ what, unit: 'ms', measured: pages.p95, goal, details: pages })];
}

export const measureInvoiceList = (instance, options) =>
  measure(instance, options, {
    name: 'invoice-list: the list, by date, number, total and due date',
    paths: ['', '?sort=-number', '?sort=-total', '?sort=dueDate', '?overdue=true'].map(
      (search) => `/invoices${search}`,
    ),
    connections: 10,
    goal: 200,
  });

export async function measureInvoicePage(instance, options) {
  const rows = await query(
    instance,
    `select id from invoices where tenant_id = $1 and state = 'issued' order by id desc limit $2`,
    [instance.listed[0].tenantId, PAGES],
  );
  return measure(instance, options, {
    name: 'invoice-page: one invoice',
    paths: rows.map(({ id }) => `/invoices/${id}`),
    connections: 10,
    goal: 200,
  });
}

/** Whole years: what takes longest. */
const reports = [
  '/reports/open-items',
  '/reports/open-items?day=2025-06-30',
  ...['month', 'customer', 'product', 'tax'].map(
    (by) => `/reports/revenue?by=${by}&from=2025-01-01&to=2026-12-31`,
  ),
  '/reports/tax?from=2025-01-01&to=2026-12-31',
];

export const measureReports = (instance, options) =>
  measure(instance, options, { name: 'reports: all of them', paths: reports, connections: 1, goal: 1_000 });
