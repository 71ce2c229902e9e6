import pg from 'pg';
import { revenueStatuses } from '../orders/states';

const revenue = revenueStatuses.map((status) => pg.escapeLiteral(status)).join(', ');

const tables = ['orders', 'customers', 'products', 'invoices', 'payments'];

/** Indexes that are cheaper to build once over everything than to keep during a bulk load. */
export const searchIndexes = tables.map((table) => ({
  drop: `drop index if exists ${table}_search`,
  create: `create index if not exists ${table}_search on ${table} using gin (tenant_id, search_text gin_trgm_ops)`,
}));

// A UUIDv7-like id that sorts by number: 48 bits of time, then the number; the same on every run.
export const idOf = (kind: number, number: string) =>
  `(lpad(to_hex(1767225600000 + ${number}), 12, '0') || '7000' || '8' || ${kind} || lpad(to_hex(abs(hashtext(t.seed || ${number}))), 8, '0') || lpad(to_hex(${number} % 1048576), 6, '0'))::uuid`;

const words = `array['lantern','candle','tray','clock','bunting','frame','basket','teapot','cushion','mirror','holder','hanger']`;
const colours = `array['white','red','oak','glass','vintage','small','large','striped','blue','brass']`;
/** A title made of a number. */
export const title = (number: string) =>
  `(${words})[1 + ${number} % 12] || ' ' || (${colours})[1 + (${number} / 12) % 10]`;

/** The statements that fill one company: customers, orders over two years, three lines each. */
export function fillCompany(tenantId: string, orders: number, customers: number): string[] {
  const tenant = `${pg.escapeLiteral(tenantId)}::uuid`;
  const seed = `(select ${pg.escapeLiteral(tenantId)}::text as seed) t`;
  const standard = `(select id from tax_categories where tenant_id = ${tenant} and is_default)`;
  const total = (n: string) =>
    `(select sum((1 + (${n} + k) % 9) * (150 + ((${n} * 31 + k * 77) % 4000))) from generate_series(1, 3) k)`;
  return [
    `insert into customers (id, tenant_id, kind, name, external_number, emails, search_text)
     select ${idOf(1, 'n')}, ${tenant}, 'company', 'Customer ' || n, n::text, array['c' || n || '@bench.test'],
            'customer ' || n || chr(10) || n || chr(10) || 'c' || n || '@bench.test'
     from generate_series(1, ${customers}) n, ${seed}`,
    `insert into orders (id, tenant_id, number, kind, status, customer_id, currency, placed_at, prices_include_tax,
       tax_rounding, tax_groups, item_count, items_minor, net_minor, tax_minor, total_minor, search_text)
     select ${idOf(2, 'n')}, ${tenant}, 'SO-B-' || lpad(n::text, 7, '0'), 'sale',
       (array['placed','partly_fulfilled','fulfilled','closed','closed','closed'])[1 + n % 6],
       (select c.id from customers c where c.tenant_id = ${tenant} and c.external_number = (1 + n % ${customers})::text),
       'GBP', timestamptz '2024-11-01 08:00+00' + n * (interval '750 days' / ${orders}), false, 'group',
       jsonb_build_array(jsonb_build_object('taxCode', 'S', 'taxRate', '20', 'baseMinor', s.net::text,
         'taxMinor', (s.net / 5)::bigint::text)),
       3, s.net, s.net, s.net / 5, s.net + s.net / 5,
       'so-b-' || lpad(n::text, 7, '0') || chr(10) || 'customer ' || (1 + n % ${customers}) || chr(10) ||
       'c' || (1 + n % ${customers}) || '@bench.test' || chr(10) || ${title('(n * 7)')} || chr(10) || ${title('(n * 13)')}
     from generate_series(1, ${orders}) n cross join ${seed}
     cross join lateral (select ${total('n')}::bigint as net offset 0) s`,
    `insert into order_items (id, tenant_id, order_id, position, sku, title, quantity, unit_price, tax_category_id,
       tax_code, tax_rate, amount_minor)
     select ${idOf(3, '(n * 4 + k)')}, ${tenant}, ${idOf(2, 'n')}, k, 'B-' || (n * k) % 1000, ${title('(n * k)')},
       1 + (n + k) % 9, (150 + ((n * 31 + k * 77) % 4000)) / 100.0, ${standard}, 'S', 20,
       (1 + (n + k) % 9) * (150 + ((n * 31 + k * 77) % 4000))
     from generate_series(1, ${orders}) n cross join generate_series(1, 3) k cross join ${seed}`,
  ];
}

/** The sums per day of a company that was filled past the verbs that keep them. */
export const rollUpDays = (tenantId: string): string => `
  insert into order_day_totals (tenant_id, day, currency, kind, order_count, total_minor)
  select tenant_id, (placed_at at time zone 'Europe/London')::date, currency, kind, count(*), sum(total_minor)
  from orders where tenant_id = ${pg.escapeLiteral(tenantId)}::uuid and status in (${revenue})
  group by 1, 2, 3, 4`;

/** The sums per customer of a company that was filled past the verbs that keep them. */
export const rollUpCustomers = (tenantId: string): string => `
  insert into order_customer_totals
    (tenant_id, customer_id, currency, sale_count, return_count, total_minor, last_placed_at)
  select tenant_id, customer_id, currency, count(*) filter (where kind = 'sale'),
    count(*) filter (where kind = 'return'), sum(total_minor), max(placed_at)
  from orders where tenant_id = ${pg.escapeLiteral(tenantId)}::uuid and customer_id is not null
    and status in (${revenue})
  group by 1, 2, 3`;
