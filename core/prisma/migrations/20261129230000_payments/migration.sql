-- One row for each statement of a file that the bank gave out; the file's hash makes importing it twice impossible.
create table bank_statements (
  id uuid primary key,
  tenant_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  position integer not null,
  file_name text not null,
  format text not null check (format in ('camt.053', 'mt940', 'csv')),
  account text not null,
  bank_account_id uuid,
  reference text,
  currency text not null,
  from_day date,
  to_day date,
  opening_minor bigint,
  closing_minor bigint,
  transaction_count integer not null,
  new_count integer not null,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp
);
create unique index bank_statements_tenant_id_id_key on bank_statements (tenant_id, id);
create unique index bank_statements_tenant_id_sha256_position_key on bank_statements (tenant_id, sha256, position);
create index bank_statements_tenant_id_created_at_id_idx on bank_statements (tenant_id, created_at, id);
alter table bank_statements
  add foreign key (tenant_id, bank_account_id) references bank_accounts (tenant_id, id) on delete restrict on update cascade;

-- Money received and, with direction `out`, money given back. `allocated_minor` is what allocations take of it,
-- `refunded_minor` what was given back of it.
create table payments (
  id uuid primary key,
  tenant_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  customer_id uuid,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  day date not null,
  method text not null check (method in ('bank_transfer', 'cash', 'card', 'other')),
  reference text not null default '',
  notes text not null default '',
  bank_transaction_id uuid,
  bank_account_id uuid,
  refund_of_id uuid,
  exchange_rate numeric(20, 10) check (exchange_rate > 0),
  exchange_rate_date date,
  exchange_rate_source text,
  allocated_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  credit_minor bigint generated always as (case
    when voided_at is not null or refund_of_id is not null then 0
    else amount_minor - allocated_minor - refunded_minor end) stored,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  version integer not null default 1,
  search_text text not null default '',
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  -- Nobody uses more than was paid.
  check (allocated_minor >= 0 and refunded_minor >= 0 and allocated_minor + refunded_minor <= amount_minor),
  check (refund_of_id is null or (direction = 'out' and allocated_minor = 0 and refunded_minor = 0)),
  check (direction = 'in' or refunded_minor = 0),
  check (voided_at is null or (allocated_minor = 0 and refunded_minor = 0)),
  check ((voided_at is null) = (void_reason is null)),
  check (num_nulls(exchange_rate, exchange_rate_date, exchange_rate_source) in (0, 3))
);
create unique index payments_tenant_id_id_key on payments (tenant_id, id);
-- One movement of the bank is one payment; once that is void, it may become another.
create unique index payments_bank_transaction on payments (tenant_id, bank_transaction_id)
  where bank_transaction_id is not null and voided_at is null;
create index payments_tenant_id_day_id_idx on payments (tenant_id, day, id);
create index payments_tenant_id_customer_id_day_id_idx on payments (tenant_id, customer_id, day, id);
create index payments_tenant_id_refund_of_id_idx on payments (tenant_id, refund_of_id);
create index payments_by_amount on payments (tenant_id, amount_minor, id);
create index payments_credit on payments (tenant_id, customer_id, day, id) where credit_minor > 0;

create table bank_transactions (
  id uuid primary key,
  tenant_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  account text not null,
  day date not null,
  value_day date,
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null,
  counterparty_name text not null default '',
  counterparty_account text,
  remittance text not null default '',
  creditor_reference text,
  end_to_end_id text,
  bank_reference text,
  reversal boolean not null default false,
  dedupe_key text not null,
  search_text text not null default '',
  state text not null default 'open' check (state in ('open', 'matched', 'ignored')),
  payment_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  check ((state = 'matched') = (payment_id is not null))
);
create unique index bank_transactions_tenant_id_id_key on bank_transactions (tenant_id, id);
create unique index bank_transactions_tenant_id_account_dedupe_key_key
  on bank_transactions (tenant_id, account, dedupe_key);
create unique index bank_transactions_tenant_id_statement_id_position_key
  on bank_transactions (tenant_id, statement_id, position);
create index bank_transactions_tenant_id_day_id_idx on bank_transactions (tenant_id, day, id);
create index bank_transactions_open on bank_transactions (tenant_id, day, id) where state = 'open';
create index bank_transactions_payers on bank_transactions (tenant_id, counterparty_account) where state = 'matched';
alter table bank_transactions
  add foreign key (tenant_id, statement_id) references bank_statements (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, payment_id) references payments (tenant_id, id) on delete restrict;

alter table payments
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, bank_transaction_id) references bank_transactions (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, bank_account_id) references bank_accounts (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, refund_of_id) references payments (tenant_id, id) on delete restrict;
alter table allocations
  add foreign key (tenant_id, payment_id) references payments (tenant_id, id) on delete restrict;

-- How files with the same columns were read the last time.
create table bank_csv_mappings (
  tenant_id uuid not null,
  signature text not null,
  mapping jsonb not null,
  bank_account_id uuid,
  updated_at timestamptz(3) not null default current_timestamp,
  primary key (tenant_id, signature)
);
alter table bank_csv_mappings
  add foreign key (tenant_id, bank_account_id) references bank_accounts (tenant_id, id) on delete restrict on update cascade;

-- What a payment says never changes: it is voided, and another one is made. Its customer may become known once.
create function keep_payment() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  beside constant text[] := array['allocated_minor', 'refunded_minor', 'credit_minor', 'voided_at', 'voided_by',
    'void_reason', 'version', 'search_text', 'updated_at', 'customer_id'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - beside = to_jsonb(old) - beside and old.voided_at is null
    and (old.customer_id is null or new.customer_id = old.customer_id) then
    return new;
  end if;
  raise exception 'a payment cannot be changed' using errcode = 'insufficient_privilege';
end $$;
create trigger payments_kept before update or delete on payments for each row execute function keep_payment();
create trigger payments_no_truncate before truncate on payments for each statement execute function refuse_change();

create trigger bank_statements_kept before update or delete on bank_statements
  for each row execute function refuse_change_but('bank_account_id');
create trigger bank_statements_no_truncate before truncate on bank_statements
  for each statement execute function refuse_change();
create trigger bank_transactions_kept before update or delete on bank_transactions
  for each row execute function refuse_change_but('state', 'payment_id', 'version', 'updated_at');
create trigger bank_transactions_no_truncate before truncate on bank_transactions
  for each statement execute function refuse_change();

do $$
declare
  target text;
begin
  foreach target in array array['bank_statements', 'payments', 'bank_transactions', 'bank_csv_mappings']
  loop
    perform close_to_company(target);
  end loop;
end $$;

-- What the last run of digits in a number counts, without zeros before it: how payers shorten numbers.
create function count_in_number(number text) returns text language sql immutable parallel safe as
  $$ select ltrim(substring(number from '([0-9]+)[^0-9]*$'), '0') $$;
create index invoices_open_by_count on invoices (tenant_id, count_in_number(number))
  where state = 'issued' and payment_state in ('open', 'partly_paid');
create index invoices_open_by_amount on invoices (tenant_id, currency, (payable_minor - settled_minor))
  where state = 'issued' and payment_state in ('open', 'partly_paid');
create index invoices_open_by_customer on invoices (tenant_id, customer_id, due_date, id)
  where state = 'issued' and payment_state in ('open', 'partly_paid');

-- Text search, as for orders (ADR 0003).
grant create on schema public to countinghouse_search;
create index payments_search on payments using gin (tenant_id, search_text gin_trgm_ops);
create policy search on payments for select to countinghouse_search using (true);
grant select on payments to countinghouse_search;
create view searchable_payments as select * from payments where tenant_id = (select current_tenant());
alter view searchable_payments owner to countinghouse_search;
revoke create on schema public from countinghouse_search;
