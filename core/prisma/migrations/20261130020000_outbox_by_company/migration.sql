-- The relay takes the first few rows of each company and job, however many wait behind them.
create index outbox_waiting_by_company on outbox (tenant_id, job, available_at, id)
  where relayed_at is null and failed_at is null;
