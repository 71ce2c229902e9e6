-- Whether and when a company looks for late invoices. `next_run_at` is the chosen hour of its next day.
create table reminder_settings (
  tenant_id uuid primary key,
  mode text not null check (mode in ('off', 'propose', 'send')),
  hour integer not null check (hour between 0 and 23),
  last_run_day date,
  next_run_at timestamptz(3),
  proposed integer not null default 0,
  version integer not null default 1,
  updated_at timestamptz(3) not null default current_timestamp
);
create index reminder_settings_due on reminder_settings (next_run_at) where next_run_at is not null;

create table reminder_levels (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  -- Days after the due date; before it where negative.
  days integer not null check (days between -60 and 365),
  -- Fewest days after the level before it.
  gap_days integer not null check (gap_days between 0 and 365),
  -- In the company's currency.
  fee_minor bigint not null default 0 check (fee_minor >= 0),
  texts jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  removed_at timestamptz(3)
);
create unique index reminder_levels_tenant_id_id_key on reminder_levels (tenant_id, id);
create unique index reminder_levels_days on reminder_levels (tenant_id, days) where removed_at is null;

create table reminder_pauses (
  tenant_id uuid not null,
  customer_id uuid not null,
  until date,
  reason text not null default '',
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  primary key (tenant_id, customer_id)
);
alter table reminder_pauses
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete cascade on update cascade;

-- A letter that was sent or handed over for printing: one customer, one currency, one or more invoices.
create table reminder_letters (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  customer_id uuid not null,
  level_id uuid not null,
  document_id uuid not null,
  day date not null,
  currency text not null,
  fee_minor bigint not null,
  total_minor bigint not null,
  invoice_count integer not null,
  delivery text not null check (delivery in ('mail', 'print')),
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp
);
create unique index reminder_letters_tenant_id_id_key on reminder_letters (tenant_id, id);
create unique index reminder_letters_tenant_id_number_key on reminder_letters (tenant_id, number);
create index reminder_letters_tenant_id_created_at_id_idx on reminder_letters (tenant_id, created_at, id);
create index reminder_letters_tenant_id_customer_id_created_at_id_idx
  on reminder_letters (tenant_id, customer_id, created_at, id);
alter table reminder_letters
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, level_id) references reminder_levels (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete restrict on update cascade;
create trigger reminder_letters_append_only before update or delete on reminder_letters
  for each row execute function refuse_change();
create trigger reminder_letters_no_truncate before truncate on reminder_letters
  for each statement execute function refuse_change();

-- What each invoice has been reminded of: every level once, sent with a letter or skipped by a person.
create table reminders (
  tenant_id uuid not null,
  invoice_id uuid not null,
  level_id uuid not null,
  letter_id uuid,
  day date not null,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  primary key (tenant_id, invoice_id, level_id)
);
create index reminders_tenant_id_letter_id_idx on reminders (tenant_id, letter_id);
alter table reminders
  add foreign key (tenant_id, invoice_id) references invoices (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, level_id) references reminder_levels (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, letter_id) references reminder_letters (tenant_id, id) on delete restrict;
create trigger reminders_append_only before update or delete on reminders
  for each row execute function refuse_change();
create trigger reminders_no_truncate before truncate on reminders
  for each statement execute function refuse_change();

do $$
declare
  target text;
begin
  foreach target in array array['reminder_settings', 'reminder_levels', 'reminder_pauses', 'reminder_letters', 'reminders']
  loop
    perform close_to_company(target);
  end loop;
end $$;
create policy system on reminder_settings for select to countinghouse_system using (true);
grant select on reminder_settings to countinghouse_system;

-- Letters have a series of their own. Migrations belong to no company; here they see all.
alter table tenants no force row level security;
alter table number_series no force row level security;
insert into number_series (tenant_id, kind, pattern)
select id, 'reminder', 'RM-{yyyy}-{00000}' from tenants on conflict do nothing;
alter table tenants force row level security;
alter table number_series force row level security;
