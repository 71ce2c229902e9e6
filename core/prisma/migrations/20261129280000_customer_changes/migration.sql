-- What orders have changed in the sums of their customers, written with the orders, until a job has added it up.
create table order_customer_changes (
  id bigint generated always as identity,
  tenant_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  sale_count integer not null,
  return_count integer not null,
  total_minor bigint not null,
  placed_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
select close_to_company('order_customer_changes');
