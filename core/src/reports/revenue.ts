import type { Ctx } from '../platform/context';
import { empty, raw, sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { followLedger } from './follow-ledger';
import { NONE } from './fold.sql';
import { periodOf } from './period';
import { RevenueInput, type RevenueBy, type RevenueReport, type RevenueSums } from './schemas';

interface Row {
  whole: number;
  key: string | null;
  name: string | null;
  quantity: string | null;
  currency: string;
  count: number;
  net: bigint;
  tax: bigint | null;
  total: bigint | null;
}

interface Source {
  from: string;
  /** What a row is for. */
  key: string;
  count: string;
  tax: string;
  total: string;
  quantity: string;
  /** Where names come from. */
  names: string;
  order: string;
}

const money = { tax: 'r.tax_minor', quantity: '0', names: '' };

const sources: Record<RevenueBy, Source> = {
  month: {
    ...money,
    from: 'revenue_customers r',
    key: `to_char(r.day, 'YYYY-MM')`,
    count: 'r.document_count',
    total: 'r.total_minor',
    order: 'key, currency',
  },
  customer: {
    ...money,
    from: 'revenue_customers r',
    key: 'r.customer_id',
    count: 'r.document_count',
    total: 'r.total_minor',
    names: 'customers',
    order: 'net desc, name, key, currency',
  },
  product: {
    from: 'revenue_products r',
    key: 'r.product_id',
    count: 'r.line_count',
    tax: 'null::bigint',
    total: 'null::bigint',
    quantity: 'r.quantity',
    names: 'products',
    order: 'net desc, name, key, currency',
  },
  tax: {
    ...money,
    from: 'revenue_taxes r',
    key: `r.tax_code || ' ' || trim_scale(r.tax_rate)::text`,
    count: 'r.document_count',
    total: 'r.net_minor + r.tax_minor',
    order: 'key, currency',
  },
};

const SIGN = '(case when r.credit then -1 else 1 end)';

interface Wanted {
  by: RevenueBy;
  from: string;
  to: string;
  currency: string | undefined;
  limit: number;
}

function statement(ctx: Ctx, { by, from, to, currency, limit }: Wanted): Sql {
  const source = sources[by];
  const named = source.names !== '';
  return sql`
    with sums as materialized (
      select grouping(key) as whole, key, currency, sum(count)::int as count, sum(net)::bigint as net,
        sum(tax)::bigint as tax, sum(total)::bigint as total, trim_scale(sum(quantity))::text as quantity
      from (
        select ${raw(source.key)} as key, r.currency, ${raw(source.count)} as count, ${raw(SIGN)} * r.net_minor as net,
          ${raw(SIGN)} * ${raw(source.tax)} as tax, ${raw(SIGN)} * (${raw(source.total)}) as total,
          ${raw(SIGN)} * ${raw(source.quantity)}::numeric as quantity
        from ${raw(source.from)}
        where r.tenant_id = ${ctx.tenantId}::uuid and r.day between ${from}::date and ${to}::date
          ${currency ? sql`and r.currency = ${currency}` : empty}) r
      group by grouping sets ((key, currency), (currency))
      having sum(count) <> 0 or sum(net) <> 0)
    (select s.whole, ${named ? sql`nullif(s.key, ${NONE}::uuid)` : sql`s.key`} as key,
       ${named ? sql`n.name` : sql`null::text`} as name, s.currency, s.count, s.net, s.tax, s.total, s.quantity
     from sums s
     ${named ? sql`left join ${raw(source.names)} n on n.tenant_id = ${ctx.tenantId}::uuid and n.id = s.key` : empty}
     where s.whole = 0 order by ${raw(source.order)} limit ${limit + 1})
    union all
    (select whole, null, null, currency, count, net, tax, total, quantity from sums where whole = 1 order by currency)`;
}

function toSums(row: Row): RevenueSums {
  const amount = (minor: bigint) => ({ amount: minor.toString(), currency: row.currency });
  return {
    count: row.count,
    net: amount(row.net),
    tax: row.tax === null ? null : amount(row.tax),
    total: row.total === null ? null : amount(row.total),
  };
}

/** As `revenue`, with up to `most` rows where there is a reason for more than a screen's. */
export async function readRevenue(ctx: Ctx, input: RevenueInput, most?: number): Promise<RevenueReport> {
  demand(ctx, 'reports:read');
  const { by, currency, limit: asked, ...given } = parse(RevenueInput, input);
  const limit = most ?? asked;
  const period = await periodOf(ctx, given, 'year');
  await followLedger(ctx);
  const rows = await readOne<Row>(ctx, statement(ctx, { by, ...period, currency, limit }), 'each-time');
  const parts = rows.filter((row) => row.whole === 0);
  return {
    by,
    ...period,
    rows: parts.slice(0, limit).map((row) => ({
      key: row.key,
      name: row.name,
      quantity: by === 'product' ? row.quantity : null,
      ...toSums(row),
    })),
    totals: rows.filter((row) => row.whole === 1).map(toSums),
    more: parts.length > limit,
  };
}

/**
 * Issued invoices and deposit invoices less credit notes by day of issue; voided ones are left out. An invoice that
 * deducts a deposit counts with what is left, so that nothing counts twice.
 */
export const revenue = (ctx: Ctx, input: RevenueInput): Promise<RevenueReport> => readRevenue(ctx, input);
