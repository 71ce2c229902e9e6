create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Text search and tags. Postgres will not use these indexes under row-level security, because LIKE and @> are not
-- leakproof; the views carry the same condition in plain sight instead, and belong to a role that may only read
-- these tables. See ADR 0003.
grant create on schema public to countinghouse_search;
do $$
declare
  target text;
begin
  foreach target in array array['orders', 'customers', 'products']
  loop
    execute format('create index %I on %I using gin (tenant_id, search_text gin_trgm_ops)', target || '_search', target);
    execute format('create index %I on %I using gin (tenant_id, tags)', target || '_tags', target);
    execute format('create policy search on %I for select to countinghouse_search using (true)', target);
    execute format('grant select on %I to countinghouse_search', target);
    execute format('create view %I as select * from %I where tenant_id = (select current_tenant())',
                   'searchable_' || target, target);
    execute format('alter view %I owner to countinghouse_search', 'searchable_' || target);
  end loop;
end $$;
revoke create on schema public from countinghouse_search;
