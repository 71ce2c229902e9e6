-- The company of the transaction. Unset reads as null, and null matches no row.
create function current_tenant() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Every table with a tenant_id is closed to everything but the company of the transaction.
do $$
declare
  target text;
begin
  for target in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id'
  loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    if target in ('outbox', 'mails') then
      execute format('create policy tenant_write on %I for insert
        with check (tenant_id is null or tenant_id = (select current_tenant()))', target);
    else
      execute format('create policy tenant on %I
        using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', target);
    end if;
  end loop;
end $$;

alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants
  using (id = (select current_tenant())) with check (id = (select current_tenant()));

-- What the product itself must see across companies. The application enters this role for single transactions.
do $$
declare
  target text;
begin
  foreach target in array array['outbox', 'mails', 'memberships', 'invitations', 'api_keys', 'tenants',
                                'exports', 'imports', 'files', 'idempotency_keys']
  loop
    execute format('create policy system on %I to countinghouse_system using (true) with check (true)', target);
  end loop;
end $$;
grant select, insert, update, delete on outbox, mails, users, sessions, one_time_tokens to countinghouse_system;
grant select on memberships, invitations, tenants to countinghouse_system;
grant select, update on api_keys, exports, imports, files to countinghouse_system;
grant select, delete on idempotency_keys to countinghouse_system;

-- Who did what is never changed.
create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change();

-- The relay asks for rows that wait, and for rows that were handed over and are not done.
create index outbox_waiting on outbox (available_at, id) where relayed_at is null and failed_at is null;
create index outbox_in_flight on outbox (tenant_id, job) where relayed_at is not null and failed_at is null;

-- Lines of a file can be read again: no need to log them.
alter table import_lines set unlogged;

alter table orders
  add constraint orders_kind check (kind in ('sale', 'return')),
  add constraint orders_status check
    (status in ('draft', 'placed', 'partly_fulfilled', 'fulfilled', 'closed', 'cancelled'));
alter table customers add constraint customers_kind check (kind in ('company', 'person'));
alter table memberships add constraint memberships_role
  check (role in ('owner', 'admin', 'manager', 'analyst', 'viewer'));
alter table tax_categories add constraint tax_categories_code check (code in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O'));
alter table tax_rates add constraint tax_rates_rate check (rate >= 0 and rate < 1000);
create unique index tax_categories_default on tax_categories (tenant_id) where is_default;
