-- Sums of issued documents for reports. They follow the ledger: each entry counts once, an issue adds and a void takes
-- away, up to the position in report_heads (ADR 0031). Nil ids stand for no customer and no product.
create table report_heads (
  tenant_id uuid primary key,
  position bigint not null
);

create table revenue_taxes (
  tenant_id uuid not null,
  day date not null,
  credit boolean not null,
  currency text not null,
  tax_currency text not null,
  tax_code text not null,
  tax_rate numeric(9, 4) not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  -- In tax_currency, by the rate that stands on each document.
  stated_net_minor bigint not null,
  stated_tax_minor bigint not null,
  document_count integer not null,
  primary key (tenant_id, day, credit, currency, tax_currency, tax_code, tax_rate)
);

create table revenue_customers (
  tenant_id uuid not null,
  day date not null,
  credit boolean not null,
  currency text not null,
  customer_id uuid not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  document_count integer not null,
  primary key (tenant_id, day, credit, currency, customer_id)
);

create table revenue_products (
  tenant_id uuid not null,
  day date not null,
  credit boolean not null,
  currency text not null,
  product_id uuid not null,
  quantity numeric(24, 6) not null,
  net_minor bigint not null,
  line_count integer not null,
  primary key (tenant_id, day, credit, currency, product_id)
);

do $$
declare
  target text;
begin
  foreach target in array array['report_heads', 'revenue_taxes', 'revenue_customers', 'revenue_products']
  loop
    perform close_to_company(target);
  end loop;
end $$;

-- The sweep looks for companies whose reports are behind their ledger.
create policy system on ledger_heads to countinghouse_system using (true) with check (true);
create policy system on report_heads to countinghouse_system using (true) with check (true);
grant select on ledger_heads, report_heads to countinghouse_system;

-- What is not settled, by customer: open items, credit notes that were not used up, what was paid too much.
create index invoices_unsettled on invoices (tenant_id, customer_id, due_date)
  include (id, kind, currency, issue_date, payable_minor, settled_minor)
  where state = 'issued' and settled_minor <> payable_minor;
-- What was settled when: figures of a month, and what was open on a day in the past.
create index allocations_by_day on allocations (tenant_id, day) include (invoice_id, source, amount_minor);
-- Drafts are few, whatever else there is.
create index invoices_drafts on invoices (tenant_id, currency) include (kind, total_minor) where state = 'draft';
