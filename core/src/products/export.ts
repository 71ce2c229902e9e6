import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql } from '../platform/db';
import { orderBy } from '../platform/lists';
import { productConditions, productSortKeys, productSource } from './list.sql';
import { productPolicy } from './policy';
import { ProductFilters, productSorts, type ProductSort } from './schemas';
import { units } from './units';

const columns: readonly CsvColumn[] = [
  { key: 'sku', type: 'text', value: sql`p.sku` },
  { key: 'name', type: 'text', value: sql`p.name` },
  { key: 'unit', type: 'choice', value: sql`p.unit`, choices: units.map((unit) => unit.code) },
  { key: 'unitPrice', type: 'number', value: sql`trim_scale(p.unit_price)` },
  { key: 'currency', type: 'text', value: sql`p.currency` },
  { key: 'taxCategory', type: 'text', value: sql`t.name` },
  { key: 'tags', type: 'tags', value: sql`p.tags` },
  {
    key: 'archived',
    type: 'choice',
    value: sql`(p.archived_at is not null)::text`,
    choices: ['true', 'false'],
  },
  { key: 'createdAt', type: 'time', value: sql`p.created_at` },
];

/** The product list as a file. */
export const productsExport = {
  resource: 'products',
  permission: productPolicy.read,
  filters: ProductFilters,
  sorts: productSorts,
  columns,
  defaultColumns: ['sku', 'name', 'unit', 'unitPrice', 'currency', 'taxCategory', 'tags'],
  query(ctx: Ctx, filters: unknown, sort: string) {
    const parsed = ProductFilters.parse(filters);
    const order = sort as ProductSort;
    return {
      from: sql`${productSource(parsed, order)}
        join tax_categories t on t.tenant_id = p.tenant_id and t.id = p.tax_category_id`,
      where: productConditions(ctx, parsed),
      order: orderBy(productSortKeys, sql`p.id`, order),
    };
  },
} as const;
