-- Exchange differences of a period: few allocations have one.
create index allocations_differences on allocations (tenant_id, day) include (exchange_difference_minor)
  where exchange_difference_minor <> 0;
