-- Closes a table to everything but the company of the transaction: for each table with a tenant_id from here on.
create function close_to_company(target text) returns void language plpgsql set search_path = public, pg_catalog as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy tenant on %I
    using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', target);
end $$;

-- Refuses a change of anything but the named columns. For BEFORE UPDATE OR DELETE triggers.
create function refuse_change_but() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv then
    return new;
  end if;
  raise exception '% cannot be changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create table documents (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null check (kind in ('invoice', 'deposit', 'credit_note', 'offer', 'reminder', 'statement')),
  number text not null,
  issue_date date not null,
  language text not null,
  snapshot jsonb not null,
  content_hash text not null,
  pdf_state text not null default 'pending' check (pdf_state in ('pending', 'ready', 'failed')),
  pdf_object_key text,
  pdf_sha256 text,
  pdf_bytes bigint,
  pdf_pages integer,
  printed_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp
);
create unique index documents_tenant_id_id_key on documents (tenant_id, id);
create index documents_tenant_id_created_at_id_idx on documents (tenant_id, created_at, id);
create trigger documents_frozen before update or delete on documents for each row execute function
  refuse_change_but('pdf_state', 'pdf_object_key', 'pdf_sha256', 'pdf_bytes', 'pdf_pages', 'printed_at');
create trigger documents_no_truncate before truncate on documents for each statement execute function refuse_change();

create table ledger_heads (
  tenant_id uuid primary key,
  position bigint not null default 0,
  hash text not null
);

create table ledger_entries (
  tenant_id uuid not null,
  position bigint not null,
  event text not null check (event in ('issue', 'void')),
  invoice_id uuid not null,
  series text not null,
  period text not null,
  count bigint not null,
  number text not null,
  issue_date date not null,
  content_hash text not null,
  previous_hash text not null,
  hash text not null,
  at timestamptz(3) not null,
  primary key (tenant_id, position)
);
create index ledger_entries_tenant_id_invoice_id_idx on ledger_entries (tenant_id, invoice_id);
create unique index ledger_entries_counts on ledger_entries (tenant_id, series, period, count) where event = 'issue';
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each row execute function refuse_change();
create trigger ledger_entries_no_truncate before truncate on ledger_entries
  for each statement execute function refuse_change();

create table company_profiles (
  tenant_id uuid primary key,
  legal_name text not null,
  address jsonb,
  registration_number text,
  vat_id text,
  tax_number text,
  email text,
  phone text,
  website text,
  contact_name text,
  logo jsonb,
  color text not null default '#1f6b4a' check (color ~ '^#[0-9a-f]{6}$'),
  paper text not null default 'a4' check (paper in ('a4', 'letter')),
  payment_terms_days integer not null default 14 check (payment_terms_days between 0 and 365),
  offer_valid_days integer not null default 30 check (offer_valid_days between 1 and 3650),
  cash_rounding_minor bigint not null default 1 check (cash_rounding_minor >= 1),
  tax_currency text,
  strict_e_invoices boolean not null default true,
  texts jsonb not null default '{}',
  mail_from_name text,
  mail_reply_to text,
  mail_templates jsonb not null default '{}',
  version integer not null default 1,
  updated_at timestamptz(3) not null default current_timestamp
);

create table bank_accounts (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  holder text not null,
  iban text,
  bic text,
  bank_name text,
  account_number text,
  bank_code text,
  currency text not null,
  is_default boolean not null default false,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  archived_at timestamptz(3),
  check (iban is not null or account_number is not null)
);
create unique index bank_accounts_tenant_id_id_key on bank_accounts (tenant_id, id);
create unique index bank_accounts_default on bank_accounts (tenant_id) where is_default;

create table invoices (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null check (kind in ('invoice', 'deposit', 'credit_note')),
  state text not null default 'draft' check (state in ('draft', 'issued', 'voided')),
  number text,
  customer_id uuid,
  original_invoice_id uuid,
  language text not null,
  currency text not null,
  issue_date date,
  due_date date,
  payment_terms_days integer not null,
  delivery_from date,
  delivery_to date,
  buyer_reference text,
  order_reference text,
  intro text not null default '',
  outro text not null default '',
  notes text not null default '',
  tags text[] not null default '{}',
  prices_include_tax boolean not null,
  tax_rounding text not null check (tax_rounding in ('group', 'line')),
  cash_rounding_minor bigint not null default 1,
  exchange_rate numeric(20, 10) check (exchange_rate > 0),
  exchange_rate_date date,
  exchange_rate_source text,
  tax_currency text,
  tax_currency_tax_minor bigint,
  adjustments jsonb not null default '[]',
  tax_groups jsonb not null default '[]',
  item_count integer not null,
  items_minor bigint not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  rounding_minor bigint not null default 0,
  payable_minor bigint not null,
  settled_minor bigint not null default 0,
  -- Open, partly paid, paid or overpaid follow from what has been allocated (rules.md 5); drafts and void ones owe nothing.
  payment_state text generated always as (case
    when state <> 'issued' then null
    when settled_minor = payable_minor then 'paid'
    when settled_minor = 0 then 'open'
    when abs(settled_minor) < abs(payable_minor) and sign(settled_minor) = sign(payable_minor) then 'partly_paid'
    when sign(settled_minor) = sign(payable_minor) or payable_minor = 0 then 'overpaid'
    else 'open' end) stored,
  credited_net_minor bigint not null default 0,
  deducted_by_id uuid,
  document_id uuid,
  reminders_paused boolean not null default false,
  sent_at timestamptz(3),
  viewed_at timestamptz(3),
  issued_at timestamptz(3),
  issued_by uuid,
  voided_at timestamptz(3),
  void_reason text,
  recurring_invoice_id uuid,
  recurring_period text,
  version integer not null default 1,
  search_text text not null default '',
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  check (state = 'draft' or (number is not null and issue_date is not null and document_id is not null))
);
create unique index invoices_document_id_key on invoices (document_id);
create unique index invoices_tenant_id_id_key on invoices (tenant_id, id);
create unique index invoices_tenant_id_document_id_key on invoices (tenant_id, document_id);
create unique index invoices_tenant_id_recurring_invoice_id_recurring_period_key
  on invoices (tenant_id, recurring_invoice_id, recurring_period);
-- Invoices and deposit invoices share a series; credit notes have their own.
create unique index invoices_number on invoices (tenant_id, (kind = 'credit_note'), number) where number is not null;
create index invoices_tenant_id_created_at_id_idx on invoices (tenant_id, created_at, id);
create index invoices_tenant_id_customer_id_created_at_id_idx on invoices (tenant_id, customer_id, created_at, id);
create index invoices_tenant_id_original_invoice_id_idx on invoices (tenant_id, original_invoice_id);
-- The list is sorted by the date of the document; drafts, which have none, come first.
create index invoices_by_date on invoices (tenant_id, (coalesce(issue_date, '9999-12-31'::date)), id);
create index invoices_open on invoices (tenant_id, due_date, id)
  where state = 'issued' and payment_state in ('open', 'partly_paid');
alter table invoices
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, original_invoice_id) references invoices (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, deducted_by_id) references invoices (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete restrict on update cascade;

create table invoice_items (
  id uuid primary key,
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  kind text not null default 'item' check (kind in ('item', 'deduction')),
  product_id uuid,
  order_id uuid,
  order_item_id uuid,
  original_item_id uuid,
  deposit_invoice_id uuid,
  sku text,
  title text not null,
  quantity numeric(18, 6) not null,
  unit text not null default 'C62',
  unit_price numeric(20, 6) not null,
  discount_percent numeric(7, 4) not null default 0,
  discount_minor bigint not null default 0,
  tax_category_id uuid not null,
  tax_code text not null,
  tax_rate numeric(9, 4) not null,
  amount_minor bigint not null,
  credited_quantity numeric(18, 6) not null default 0,
  credited_minor bigint not null default 0,
  -- Nobody is credited more than was invoiced.
  check (case when quantity >= 0 then credited_quantity between 0 and quantity
    else credited_quantity between quantity and 0 end),
  check (case when amount_minor >= 0 then credited_minor between 0 and amount_minor
    else credited_minor between amount_minor and 0 end)
);
create unique index invoice_items_tenant_id_id_key on invoice_items (tenant_id, id);
create unique index invoice_items_tenant_id_invoice_id_position_key on invoice_items (tenant_id, invoice_id, position);
create index invoice_items_tenant_id_order_id_idx on invoice_items (tenant_id, order_id);
create index invoice_items_tenant_id_product_id_idx on invoice_items (tenant_id, product_id);
alter table invoice_items
  add foreign key (tenant_id, invoice_id) references invoices (tenant_id, id) on delete cascade on update cascade,
  add foreign key (tenant_id, product_id) references products (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, original_item_id) references invoice_items (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, deposit_invoice_id) references invoices (tenant_id, id) on delete restrict;

create table allocations (
  id uuid primary key,
  tenant_id uuid not null,
  invoice_id uuid not null,
  source text not null check (source in ('payment', 'credit_note', 'write_off')),
  payment_id uuid,
  credit_note_id uuid,
  amount_minor bigint not null check (amount_minor <> 0),
  payment_minor bigint,
  exchange_difference_minor bigint not null default 0,
  reason text not null default '',
  day date not null,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  check ((source = 'payment') = (payment_id is not null)),
  check ((source = 'credit_note') = (credit_note_id is not null))
);
create unique index allocations_tenant_id_id_key on allocations (tenant_id, id);
create index allocations_tenant_id_invoice_id_idx on allocations (tenant_id, invoice_id);
create index allocations_tenant_id_payment_id_idx on allocations (tenant_id, payment_id);
create index allocations_tenant_id_credit_note_id_idx on allocations (tenant_id, credit_note_id);
alter table allocations
  add foreign key (tenant_id, invoice_id) references invoices (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, credit_note_id) references invoices (tenant_id, id) on delete restrict;
create trigger allocations_append_only before update or delete on allocations
  for each row execute function refuse_change();
create trigger allocations_no_truncate before truncate on allocations
  for each statement execute function refuse_change();

-- Issued means frozen (rules.md 4): what the document says never changes, whoever asks, and however.
create function keep_issued() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  beside constant text[] := array['state', 'payment_state', 'settled_minor', 'credited_net_minor', 'deducted_by_id',
    'reminders_paused', 'sent_at', 'viewed_at', 'voided_at', 'void_reason', 'tags', 'notes', 'version', 'search_text',
    'updated_at'];
begin
  if old.state = 'draft' then
    if tg_op = 'DELETE' then return old; end if;
    if new.state <> 'voided' then return new; end if;
  elsif tg_op = 'UPDATE' and (new.state = old.state or (old.state = 'issued' and new.state = 'voided'))
    and to_jsonb(new) - beside = to_jsonb(old) - beside then
    return new;
  end if;
  raise exception 'an issued invoice cannot be changed' using errcode = 'insufficient_privilege';
end $$;
create trigger invoices_frozen before update or delete on invoices for each row execute function keep_issued();
create trigger invoices_no_truncate before truncate on invoices for each statement execute function refuse_change();

create function keep_issued_items() returns trigger language plpgsql set search_path = public, pg_catalog as $$
declare
  beside constant text[] := array['credited_quantity', 'credited_minor'];
  parent record;
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - beside = to_jsonb(old) - beside then return new; end if;
  for parent in
    select state from invoices where (tg_op <> 'INSERT' and tenant_id = old.tenant_id and id = old.invoice_id)
      or (tg_op <> 'DELETE' and tenant_id = new.tenant_id and id = new.invoice_id)
  loop
    if parent.state <> 'draft' then
      raise exception 'the lines of an issued invoice cannot be changed' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger invoice_items_frozen before insert or update or delete on invoice_items
  for each row execute function keep_issued_items();
create trigger invoice_items_no_truncate before truncate on invoice_items
  for each statement execute function refuse_change();

do $$
declare
  target text;
begin
  foreach target in array array['documents', 'ledger_heads', 'ledger_entries', 'company_profiles', 'bank_accounts',
                                'invoices', 'invoice_items', 'allocations']
  loop
    perform close_to_company(target);
  end loop;
end $$;

-- No path invoices more than was ordered (rules.md 6); what was credited may be invoiced once more, rightly this time.
alter table order_items
  add constraint order_items_invoiced check (case when quantity >= 0
    then invoiced_quantity - credited_quantity between 0 and quantity
    else invoiced_quantity - credited_quantity between quantity and 0 end),
  add constraint order_items_credited check (case when quantity >= 0 then credited_quantity between 0 and invoiced_quantity
    else credited_quantity between invoiced_quantity and 0 end);

-- Text search, as for orders (ADR 0003).
grant create on schema public to countinghouse_search;
create index invoices_search on invoices using gin (tenant_id, search_text gin_trgm_ops);
create index invoices_tags on invoices using gin (tenant_id, tags);
create policy search on invoices for select to countinghouse_search using (true);
grant select on invoices to countinghouse_search;
create view searchable_invoices as select * from invoices where tenant_id = (select current_tenant());
alter view searchable_invoices owner to countinghouse_search;
revoke create on schema public from countinghouse_search;

-- Every company has a profile and the series of its documents. Migrations belong to no company; here they see all.
alter table tenants no force row level security;
alter table company_profiles no force row level security;
alter table number_series no force row level security;
insert into company_profiles (tenant_id, legal_name, address)
select id, name, case when country is not null then jsonb_build_object('line1', null, 'line2', null, 'city', null,
  'region', null, 'postalCode', null, 'country', country) end
from tenants;
insert into number_series (tenant_id, kind, pattern)
select t.id, s.kind, s.pattern from tenants t
cross join (values ('invoice', 'INV-{yyyy}-{00000}'), ('credit_note', 'CN-{yyyy}-{00000}'),
                   ('offer', 'OF-{yyyy}-{00000}')) s(kind, pattern)
on conflict do nothing;
alter table tenants force row level security;
alter table company_profiles force row level security;
alter table number_series force row level security;
