// The statements that the bare servers run: what the product answers and stores, and nothing around it.

/** The 50 newest orders of a company ($1) with their customer's name. */
export const orderPage = {
  name: 'orders',
  text: `
    select o.id, o.number, o.external_number, o.kind, o.status, o.customer_id, c.name as customer_name, o.currency,
      o.placed_at, o.item_count, o.net_minor, o.tax_minor, o.total_minor, o.tags, o.version, o.created_at,
      o.updated_at, o.archived_at is not null as archived
    from orders o left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = $1 order by o.placed_at desc, o.id desc limit 50`,
};

/** One order with its lines, computed by the client; $1 is JSON. Stands for the rows alone: no audit, no outbox. */
export const insertOrder = {
  name: 'insert-order',
  text: `
    with input as (select $1::jsonb as body), made as (
      insert into orders (id, tenant_id, number, kind, status, customer_id, currency, placed_at, prices_include_tax,
        tax_rounding, tax_groups, item_count, items_minor, net_minor, tax_minor, total_minor, search_text)
      select gen_random_uuid(), (body->>'tenantId')::uuid, 'BARE-' || gen_random_uuid(), 'sale', 'placed',
        (body->>'customerId')::uuid, 'GBP', now(), false, 'group', '[]', 3, 3600, 3600, 720, 4320, body->>'searchText'
      from input returning id, tenant_id)
    insert into order_items (id, tenant_id, order_id, position, title, quantity, unit_price, tax_category_id, tax_code,
      tax_rate, amount_minor)
    select gen_random_uuid(), made.tenant_id, made.id, line.position, line.title, line.quantity, line.price,
      (input.body->>'taxCategoryId')::uuid, 'S', 20, 1200
    from made, input, jsonb_to_recordset(input.body->'items')
      as line (position int, title text, quantity numeric, price numeric)
    returning order_id`,
};

/** The list as a file: what the product's CSV holds, as Postgres writes it by itself; $TENANT is put in as text. */
export const exportQuery = (tenantId) => `
  select o.number, c.name, o.placed_at, o.kind, o.status, o.item_count, o.net_minor, o.tax_minor, o.total_minor,
    o.currency, o.tags
  from orders o left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
  where o.tenant_id = '${tenantId}' order by o.placed_at desc, o.id desc`;
