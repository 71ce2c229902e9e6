-- Lists and pickers go by the folded name, which is the first line of search_text: capitals and accents count for
-- nothing, and the order is the same on every machine and under every locale.
drop index customers_tenant_id_name_id_idx;
drop index products_tenant_id_name_id_idx;
create index customers_sort_name on customers (tenant_id, (split_part(search_text, E'\n', 1) collate "C"), id);
create index products_sort_name on products (tenant_id, (split_part(search_text, E'\n', 1) collate "C"), id);

create index products_tenant_id_unit_price_id_idx on products (tenant_id, unit_price, id);
