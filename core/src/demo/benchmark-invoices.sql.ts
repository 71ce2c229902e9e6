import pg from 'pg';
import { idOf, title } from './benchmark.sql';
import { snapshotText } from './benchmark-snapshot';

const PRODUCTS = 500;

/** Columns of the three lines of an invoice, as the lines of the benchmark's orders. */
const lines = [1, 2, 3]
  .map(
    (
      k,
    ) => `1 + (n + ${k}) % 9 as quantity${k}, trim_scale((150 + ((n * 31 + ${k} * 77) % 4000)) / 100.0) as price${k},
      (1 + (n + ${k}) % 9) * (150 + ((n * 31 + ${k} * 77) % 4000)) as amount${k},
      'B-' || (n * ${k}) % ${PRODUCTS} as sku${k}, ${title(`(n * ${k})`)} as title${k}`,
  )
  .join(',\n      ');

/**
 * All that the documents say, as a table that lasts as long as the transaction: every 25th is a credit note, the
 * newest are drafts, every 500th is void, every fourth is without tax, all but some 7 % of the rest are settled.
 */
const staging = (tenant: string, seed: string, invoices: number, customers: number): string => `
  create temp table bench on commit drop as
  select p.*, ${idOf(4, 'n')} as id, ${idOf(6, 'n')} as document_id, total - settled as open,
    prefix || '-' || to_char(day, 'YYYY') || '-' || lpad(count::text, 5, '0') as number
  from (
    select s.*, case when credit then 'CN' else 'INV' end as prefix,
      row_number() over (partition by credit, state = 'draft', to_char(day, 'YYYY') order by n) as count,
      case when state <> 'issued' or n % 33 = 0 or n > ${Math.floor(invoices * 0.96)} then 0
        when n % 33 = 1 then total / 2 else total end as settled
    from (
      select b.*, net + tax as total,
        case when credit then 'null' else '"' || (day + 14) || '"' end as due
      from (
        select a.*, amount1 + amount2 + amount3 as net,
          case when code = 'S' then (2 * (amount1 + amount2 + amount3) + 5) / 10 else 0 end as tax
        from (
          select n, n % 25 = 0 as credit, case when n % 25 = 0 then 'credit_note' else 'invoice' end as kind,
            date '2024-11-01' + ((n - 1) * 755 / ${invoices})::int as day,
            case when n > ${invoices} - least(60, ${invoices} / 20) then 'draft' when n % 500 = 7 then 'voided'
              else 'issued' end as state,
            case when n % 4 = 0 then 'Z' else 'S' end as code, case when n % 4 = 0 then '0' else '20' end as rate,
            'Customer ' || (1 + n % ${customers}) as customer, c.id as customer_id,
            ${lines}
          from generate_series(1::bigint, ${invoices}) n
          join customers c on c.tenant_id = ${tenant} and c.external_number = (1 + n % ${customers})::text) a) b) s) p
  cross join ${seed}`;

const drafts = (tenant: string): string => `
  insert into invoices (id, tenant_id, kind, customer_id, language, currency, payment_terms_days, delivery_from,
    delivery_to, prices_include_tax, tax_rounding, tax_groups, item_count, items_minor, net_minor, tax_minor,
    total_minor, payable_minor, search_text, created_at, updated_at)
  select id, ${tenant}, kind, customer_id, 'en', 'GBP', 14, day, day, false, 'group',
    jsonb_build_array(jsonb_build_object('taxCode', code, 'taxRate', rate, 'baseMinor', net::text, 'taxMinor', tax::text)),
    3, net, net, tax, total, total,
    lower(customer) || chr(10) || lower(title1) || chr(10) || lower(title2) || chr(10) || lower(title3),
    day + interval '9 hours', day + interval '9 hours'
  from bench order by n`;

const items = (tenant: string, seed: string): string => `
  insert into invoice_items (id, tenant_id, invoice_id, position, product_id, sku, title, quantity, unit_price,
    tax_category_id, tax_code, tax_rate, amount_minor)
  select ${idOf(5, '(n * 4 + k)')}, ${tenant}, b.id, k, p.id, l.sku, l.title, l.quantity, l.price, x.id, b.code,
    b.rate::numeric, l.amount
  from bench b cross join ${seed}
  cross join lateral (values (1, sku1, title1, quantity1, price1, amount1), (2, sku2, title2, quantity2, price2, amount2),
    (3, sku3, title3, quantity3, price3, amount3)) l(k, sku, title, quantity, price, amount)
  join products p on p.tenant_id = ${tenant} and p.sku = l.sku
  join lateral (select id from tax_categories where tenant_id = ${tenant} and (code = b.code or is_default)
    order by code <> b.code, is_default desc limit 1) x on true
  order by n, k`;

const products = (tenant: string, seed: string): string => `
  insert into products (id, tenant_id, sku, name, unit_price, currency, tax_category_id, search_text)
  select ${idOf(9, 'n')}, ${tenant}, 'B-' || n, ${title('n')} || ' ' || n, 1 + n % 40, 'GBP', x.id,
    ${title('n')} || ' ' || n || chr(10) || 'b-' || n
  from generate_series(0, ${PRODUCTS - 1}) n cross join ${seed}
  cross join (select id from tax_categories where tenant_id = ${tenant} and is_default) x
  on conflict do nothing`;

// As if printing had been given up: the worker would take hours for so many, beside everything that is measured.
const documents = (tenant: string): string => `
  insert into documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash, created_at, pdf_state)
  select document_id, ${tenant}, kind, number, day, 'en', t.text::jsonb,
    encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), day + interval '10 hours', 'failed'
  from bench b cross join lateral (select ${snapshotText('b')} as text) t
  where state <> 'draft' order by n`;

const issuing = (tenant: string): string => `
  update invoices i set state = 'issued', number = b.number, issue_date = b.day,
    due_date = case when b.credit then null else b.day + 14 end, document_id = b.document_id, settled_minor = b.settled,
    issued_at = b.day + interval '10 hours', version = 2, search_text = lower(b.number) || chr(10) || i.search_text
  from bench b where i.tenant_id = ${tenant} and i.id = b.id and b.state <> 'draft'`;

const voiding = (tenant: string): string => `
  update invoices i set state = 'voided', voided_at = b.day + interval '11 hours', void_reason = 'Written twice'
  from bench b where i.tenant_id = ${tenant} and i.id = b.id and b.state = 'voided'`;

const payments = (tenant: string, seed: string): string => `
  insert into payments (id, tenant_id, direction, customer_id, currency, amount_minor, day, method, reference,
    allocated_minor, search_text, created_at, updated_at)
  select ${idOf(8, 'n')}, ${tenant}, 'in', customer_id, 'GBP', settled, day + (5 + n % 25)::int, 'bank_transfer', number,
    settled, lower(number) || chr(10) || lower(customer), day + interval '12 hours', day + interval '12 hours'
  from bench cross join ${seed} where settled > 0 and not credit order by n`;

const allocations = (tenant: string, seed: string): string => `
  insert into allocations (id, tenant_id, invoice_id, source, payment_id, amount_minor, payment_minor, reason, day, created_at)
  select ${idOf(7, 'n')}, ${tenant}, b.id, case when credit then 'write_off' else 'payment' end,
    case when not credit then ${idOf(8, 'n')} end, settled, case when not credit then settled end,
    case when credit then 'Paid back in cash' else '' end, day + (5 + n % 25)::int, day + interval '12 hours'
  from bench b cross join ${seed} where settled > 0 order by n`;

const counters = (tenant: string): string => `
  insert into number_counters (tenant_id, kind, period, last_used, last_date)
  select ${tenant}, case when credit then 'credit_note' else 'invoice' end, to_char(day, 'YYYY'), max(count), max(day)
  from bench where state <> 'draft' group by credit, to_char(day, 'YYYY')
  on conflict (tenant_id, kind, period) do update
    set last_used = excluded.last_used, last_date = excluded.last_date`;

/** The statements that fill a company with documents, what was paid of them, and the counters of their numbers. */
export function fillInvoices(tenantId: string, invoices: number, customers: number): string[] {
  const tenant = `${pg.escapeLiteral(tenantId)}::uuid`;
  const seed = `(select ${pg.escapeLiteral(tenantId)}::text as seed) t`;
  return [
    products(tenant, seed),
    staging(tenant, seed, invoices, customers),
    'create unique index on bench (id)',
    'analyze bench',
    drafts(tenant),
    items(tenant, seed),
    documents(tenant),
    issuing(tenant),
    voiding(tenant),
    payments(tenant, seed),
    allocations(tenant, seed),
    counters(tenant),
  ];
}

/** What the ledger has to say of them, in the order in which it happened. */
export const ledgerContents = `
  select e.event, b.id as "invoiceId", case when credit then 'credit_note' else 'invoice' end as series,
    to_char(day, 'YYYY') as period, count::text as count, b.number, day::text as "issueDate",
    d.content_hash as "contentHash"
  from bench b join documents d on d.id = b.document_id
  cross join lateral (values ('issue'), ('void')) e(event)
  where state <> 'draft' and (e.event = 'issue' or state = 'voided') order by n, e.event`;
