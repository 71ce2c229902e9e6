import type { Ctx } from '../platform/context';
import { join, raw, sql, type Sql } from '../platform/db';
import { containsWords, type SortKey } from '../platform/lists';
import type { ProductFilters, ProductSort } from './schemas';

/** The folded name: the first line of the search text. There is an index on exactly this. */
export const foldedName = sql`split_part(p.search_text, E'\n', 1) collate "C"`;

export const productSortKeys: Readonly<Record<'sku' | 'name' | 'unitPrice' | 'createdAt', SortKey>> = {
  sku: { expression: sql`p.sku`, type: 'text' },
  name: { expression: foldedName, type: 'text' },
  unitPrice: { expression: sql`p.unit_price`, type: 'numeric' },
  createdAt: { expression: sql`p.created_at`, type: 'timestamptz' },
};

/** The conditions of a list of products `p`: the company and the filters. The export uses the same. */
export function productConditions(ctx: Ctx, filters: ProductFilters): Sql {
  const conditions = [sql`p.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.archived !== 'all') {
    conditions.push(
      filters.archived === 'true' ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    );
  }
  if (filters.tag) conditions.push(sql`p.tags @> array[${filters.tag}::text]`);
  if (filters.currency) conditions.push(sql`p.currency = ${filters.currency}`);
  if (filters.unit) conditions.push(sql`p.unit = ${filters.unit}`);
  if (filters.taxCategoryId) conditions.push(sql`p.tax_category_id = ${filters.taxCategoryId}::uuid`);
  if (filters.q) conditions.push(containsWords(sql`p.search_text`, filters.q));
  if (filters.ids) conditions.push(sql`p.id = any(${filters.ids}::uuid[])`);
  return join(conditions, ' and ');
}

/** Where a list reads from: the view where an index is needed that row-level security would hide. */
export function productSource(filters: ProductFilters, sort: ProductSort): Sql {
  const byView = Boolean(filters.q || filters.tag) || sort.endsWith('name') || sort.endsWith('unitPrice');
  return raw(byView ? 'searchable_products p' : 'products p');
}
