-- A series of invoices: what each says, and when the next one is due. `due_at` is the instant at which there is
-- something to do (the next date, or another try after a failure); null while paused and after the end.
create table recurring_invoices (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  customer_id uuid not null,
  rule jsonb not null,
  period text not null check (period in ('ahead', 'behind', 'none')),
  mode text not null check (mode in ('draft', 'issue', 'issue_and_send')),
  template jsonb,
  template_order_id uuid,
  next_date date,
  last_date date,
  made integer not null default 0 check (made >= 0),
  caught_up integer not null default 0,
  due_at timestamptz(3),
  failure jsonb,
  failures integer not null default 0,
  paused_at timestamptz(3),
  pause_reason text check (pause_reason in ('by_hand', 'catch_up')),
  ended_at timestamptz(3),
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  check ((template is null) <> (template_order_id is null)),
  check ((paused_at is null) = (pause_reason is null)),
  check (due_at is null or (next_date is not null and paused_at is null and ended_at is null))
);
create unique index recurring_invoices_tenant_id_id_key on recurring_invoices (tenant_id, id);
create index recurring_invoices_tenant_id_created_at_id_idx on recurring_invoices (tenant_id, created_at, id);
create index recurring_invoices_tenant_id_customer_id_idx on recurring_invoices (tenant_id, customer_id);
create index recurring_invoices_tenant_id_template_order_id_idx on recurring_invoices (tenant_id, template_order_id);
create index recurring_invoices_due on recurring_invoices (due_at, tenant_id, id) where due_at is not null;
alter table recurring_invoices
  add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update cascade,
  add foreign key (tenant_id, template_order_id) references orders (tenant_id, id) on delete restrict on update cascade;

-- One invoice of a series: its period can come only once. `step` is what is still to be done with it.
create table recurring_runs (
  tenant_id uuid not null,
  recurring_invoice_id uuid not null,
  period text not null,
  invoice_id uuid,
  step text not null check (step in ('issue', 'send', 'done')),
  due_at timestamptz(3),
  failure jsonb,
  failures integer not null default 0,
  created_at timestamptz(3) not null default current_timestamp,
  primary key (tenant_id, recurring_invoice_id, period),
  check (due_at is null or step <> 'done')
);
create index recurring_runs_tenant_id_invoice_id_idx on recurring_runs (tenant_id, invoice_id);
create index recurring_runs_due on recurring_runs (due_at, tenant_id) where due_at is not null;
alter table recurring_runs
  add foreign key (tenant_id, recurring_invoice_id) references recurring_invoices (tenant_id, id) on delete restrict,
  add foreign key (tenant_id, invoice_id) references invoices (tenant_id, id) on delete set null (invoice_id);

select close_to_company('recurring_invoices');
select close_to_company('recurring_runs');

-- The sweep looks for companies that have something to do.
create policy system on recurring_invoices for select to countinghouse_system using (true);
create policy system on recurring_runs for select to countinghouse_system using (true);
grant select on recurring_invoices, recurring_runs to countinghouse_system;
