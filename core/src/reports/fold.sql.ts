import type { Ctx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { placesOf } from './minor-units.sql';

/** Stands for no customer and no product, which a key cannot leave out. */
export const NONE = '00000000-0000-0000-0000-000000000000';

/** The documents of the next entries of the ledger: what was issued counts once, what was voided too is gone. */
const documents = (ctx: Ctx, after: bigint, upTo: bigint): Sql => sql`
  docs as materialized (
    select i.id, e.sign, i.issue_date as day, i.kind = 'credit_note' as credit, coalesce(i.customer_id, ${NONE}::uuid) as customer_id, i.currency,
      case when i.exchange_rate is null then i.currency
        else coalesce(i.tax_currency, i.currency) end as tax_currency, i.exchange_rate as rate, i.tax_currency_tax_minor as stated,
      i.tax_groups, i.net_minor, i.tax_minor, i.total_minor
    from (
      select invoice_id, sum(case event when 'issue' then 1 else -1 end)::int as sign from ledger_entries
      where tenant_id = ${ctx.tenantId}::uuid and position > ${after} and position <= ${upTo}
      group by invoice_id having sum(case event when 'issue' then 1 else -1 end) <> 0) e
    join invoices i on i.tenant_id = ${ctx.tenantId}::uuid and i.id = e.invoice_id)`;

/**
 * The tax groups of the documents. In the tax currency a document states one amount of tax (EN 16931 BT-111): it is
 * spread over the groups by the document's rate, and the largest group takes what rounding leaves.
 */
const groups = sql`
  groups as materialized (
    select g.*, case when not foreign_rate then tax
      when place = 1 then coalesce(stated, rounded_sum) - (rounded_sum - rounded) else rounded end as stated_tax
    from (
      select g.*, sum(rounded) over (partition by id) as rounded_sum from (
        select d.id, d.sign, d.day, d.credit, d.currency, d.tax_currency, d.stated, g."taxCode" as code,
          g."taxRate" as tax_rate, g."baseMinor" as base, g."taxMinor" as tax,
          d.rate is not null and d.tax_currency <> d.currency as foreign_rate,
          case when d.rate is not null and d.tax_currency <> d.currency then round(g."baseMinor" * f.factor)
            else g."baseMinor" end as stated_base,
          round(g."taxMinor" * f.factor) as rounded,
          row_number() over (partition by d.id order by abs(g."taxMinor") desc, abs(g."baseMinor") desc,
            g."taxCode", g."taxRate") as place
        from docs d
        cross join lateral (select coalesce(d.rate, 1) * power(10::numeric,
          ${placesOf(sql`d.tax_currency`)} - ${placesOf(sql`d.currency`)}) as factor) f
        cross join lateral jsonb_to_recordset(d.tax_groups) as g("taxCode" text, "taxRate" numeric(9, 4),
          "baseMinor" bigint, "taxMinor" bigint)) g) g)`;

/**
 * The lines' parts of the bases of their tax groups: without tax, with the discounts and charges of the document, and
 * adding up to the base to the last penny. A group without lines counts as one without a product.
 */
const shares = (ctx: Ctx): Sql => sql`
  shares as (
    select g.sign, g.day, g.credit, g.currency, coalesce(l.product_id, ${NONE}::uuid) as product_id,
      coalesce(l.quantity, 0) as quantity, (l.id is not null)::int as lines,
      case when l.id is null then g.base
        when l.whole = 0 then case when l.place = 1 then g.base else 0 end
        else round(g.base * l.upto / l.whole) - round(g.base * (l.upto - l.amount_minor) / l.whole) end as net
    from groups g
    left join lateral (
      select l.id, l.product_id, case when l.kind = 'item' then l.quantity else 0 end as quantity, l.amount_minor,
        sum(l.amount_minor) over (order by l.position) as upto, sum(l.amount_minor) over () as whole,
        row_number() over (order by l.position) as place
      from invoice_items l
      where l.tenant_id = ${ctx.tenantId}::uuid and l.invoice_id = g.id and l.tax_code = g.code
        and l.tax_rate = g.tax_rate) l on true)`;

/** The statement that adds the entries behind `after`, up to `upTo`, to all sums. */
export const foldEntries = (ctx: Ctx, after: bigint, upTo: bigint): Sql => sql`
  with ${documents(ctx, after, upTo)}, ${groups}, ${shares(ctx)},
  taxes as (
    insert into revenue_taxes as t (tenant_id, day, credit, currency, tax_currency, tax_code, tax_rate, net_minor,
      tax_minor, stated_net_minor, stated_tax_minor, document_count)
    select ${ctx.tenantId}::uuid, day, credit, currency, tax_currency, code, tax_rate, sum(sign * base),
      sum(sign * tax), sum(sign * stated_base), sum(sign * stated_tax), sum(sign)
    from groups group by day, credit, currency, tax_currency, code, tax_rate
    on conflict (tenant_id, day, credit, currency, tax_currency, tax_code, tax_rate) do update
      set net_minor = t.net_minor + excluded.net_minor, tax_minor = t.tax_minor + excluded.tax_minor,
        stated_net_minor = t.stated_net_minor + excluded.stated_net_minor,
        stated_tax_minor = t.stated_tax_minor + excluded.stated_tax_minor,
        document_count = t.document_count + excluded.document_count),
  customers as (
    insert into revenue_customers as t (tenant_id, day, credit, currency, customer_id, net_minor, tax_minor,
      total_minor, document_count)
    select ${ctx.tenantId}::uuid, day, credit, currency, customer_id, sum(sign * net_minor),
      sum(sign * tax_minor), sum(sign * total_minor), sum(sign)
    from docs group by day, credit, currency, customer_id
    on conflict (tenant_id, day, credit, currency, customer_id) do update
      set net_minor = t.net_minor + excluded.net_minor, tax_minor = t.tax_minor + excluded.tax_minor,
        total_minor = t.total_minor + excluded.total_minor,
        document_count = t.document_count + excluded.document_count)
  insert into revenue_products as t (tenant_id, day, credit, currency, product_id, quantity, net_minor, line_count)
  select ${ctx.tenantId}::uuid, day, credit, currency, product_id, sum(sign * quantity), sum(sign * net),
    sum(sign * lines)
  from shares group by day, credit, currency, product_id
  on conflict (tenant_id, day, credit, currency, product_id) do update
    set quantity = t.quantity + excluded.quantity, net_minor = t.net_minor + excluded.net_minor,
      line_count = t.line_count + excluded.line_count`;
