alter table tenants add column version integer not null default 1;
alter table mails add column claimed_until timestamptz(3);
alter table invitations alter column invited_by drop not null;

-- One open invitation for an address: a second one replaces the first.
create unique index invitations_open on invitations (tenant_id, email)
  where accepted_at is null and revoked_at is null;

alter table invitations add constraint invitations_role
  check (role in ('owner', 'admin', 'manager', 'analyst', 'viewer'));
alter table users
  add constraint users_language check (language in ('en', 'ru', 'uz')),
  add constraint users_date_format check (date_format in ('dmy', 'mdy', 'ymd')),
  add constraint users_number_format
    check (number_format in ('comma-point', 'point-comma', 'space-comma', 'apostrophe-point')),
  add constraint users_email check (email = lower(email));
alter table tenants
  add constraint tenants_slug check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
  add constraint tenants_tax_rounding check (tax_rounding in ('group', 'line'));

-- People belong to no company. Inside one, only its own members can be seen; sessions and links to reset a
-- password not at all. Everything else about people happens in the system role.
do $$
declare
  target text;
begin
  foreach target in array array['users', 'sessions', 'one_time_tokens']
  loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy system on %I to countinghouse_system using (true) with check (true)', target);
  end loop;
end $$;
create policy members on users for select
  using (exists (select from memberships where memberships.user_id = users.id
                 and memberships.tenant_id = (select current_tenant())));
-- Whoever accepts an invitation becomes a user and a member in one transaction.
create policy join_company on users for insert with check ((select current_tenant()) is not null);
