// The pages of invoices and the reports over the largest company, as HTML for someone signed in.
import { below, show } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';
import { query } from '../sql.mjs';

const WARM_UP_SECONDS = 6;
const PAGES = 40;
/** As many people at once as the smallest machine has cores; what more of them wait for is the machine. */
const AT_ONCE = 2;
const MANY = 10;

const get = (instance, path) => ({
  path: `/${instance.listed[0].slug}${path}`,
  headers: { Cookie: `countinghouse.session=${instance.session}`, Accept: 'text/html' },
});

async function invoicesOf(instance) {
  const [row] = await query(instance, 'select count(*)::int as n from invoices where tenant_id = $1', [
    instance.listed[0].tenantId,
  ]);
  return row.n.toLocaleString('en');
}

async function measure(instance, options, { name, paths, goal }) {
  const requests = paths.map((path) => get(instance, path));
  const job = { port: instance.ports.web, requests, warmUp: WARM_UP_SECONDS };
  const { few, many } = await inTurn(
    { few: { ...job, connections: AT_ONCE }, many: { ...job, connections: MANY } },
    options,
  );
  const what = (connections) => `${name}, ${connections} connections: p95`;
  return [
    below({
      what: `${what(AT_ONCE)}, of ${await invoicesOf(instance)} invoices`,
      unit: 'ms',
      measured: few.p95,
      goal,
      details: few,
    }),
    { what: what(MANY), measured: show(many.p95, 'ms'), details: many },
  ];
}

export const measureInvoiceList = (instance, options) =>
  measure(instance, options, {
    name: 'invoice-list: by date, number, total, due date',
    paths: ['', '?sort=-number', '?sort=-total', '?sort=dueDate', '?overdue=true'].map(
      (search) => `/invoices${search}`,
    ),
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
  measure(instance, options, { name: 'reports: all of them', paths: reports, goal: 1_000 });
