-- The sums of the payment journal: a long period is most of the table.
create index payments_standing on payments (tenant_id, day) include (currency, method, direction, amount_minor)
  where voided_at is null;
