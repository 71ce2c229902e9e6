-- A list of texts is empty, never missing. Migrations belong to no company; for these statements they see all.
do $$
declare
  target record;
begin
  for target in
    select * from (values ('orders', 'tags'), ('customers', 'tags'), ('customers', 'emails'), ('customers', 'phones'),
      ('products', 'tags')) as t(name, list)
  loop
    execute format('alter table %I no force row level security', target.name);
    execute format('update %I set %I = ''{}'' where %I is null', target.name, target.list, target.list);
    execute format('alter table %I force row level security', target.name);
    execute format('alter table %I alter column %I set default ''{}'', alter column %I set not null',
      target.name, target.list, target.list);
  end loop;
end $$;
