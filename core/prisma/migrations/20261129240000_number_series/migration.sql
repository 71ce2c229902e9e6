-- People edit series; a counter may begin above one, where earlier numbers were given by another system.
alter table number_series add column version integer not null default 1;
alter table number_counters
  add column begins_after bigint not null default 0 check (begins_after >= 0),
  add check (last_used >= begins_after);
