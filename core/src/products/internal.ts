import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid, notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { decimalText, parseDecimal } from '../platform/money';
import { searchText } from '../platform/search';
import type { ProductData, ProductDto } from './schemas';

/** A product as the database gives it, by Prisma or by plain SQL. */
export interface ProductRow {
  id: string;
  sku: string;
  name: string;
  names: unknown;
  unit: string;
  /** A decimal as text, or Prisma's Decimal. */
  unitPrice: { toString(): string };
  currency: string;
  taxCategoryId: string;
  tags: string[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
}

/** Columns of a ProductRow, of the table as `p`. */
export const productColumns = sql`
  p.id, p.sku, p.name, p.names, p.unit, p.unit_price as "unitPrice", p.currency,
  p.tax_category_id as "taxCategoryId", p.tags, p.version, p.created_at as "createdAt",
  p.updated_at as "updatedAt", p.archived_at as "archivedAt"`;

export const priceText = (price: ProductRow['unitPrice']): string =>
  decimalText(parseDecimal(price.toString()));

/** Names in the order of their languages: jsonb keeps an order of its own. */
export const namesOf = (names: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(names as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The part of a product that people edit. */
export const dataOf = (row: ProductRow): ProductData => ({
  sku: row.sku,
  name: row.name,
  names: namesOf(row.names),
  unit: row.unit,
  unitPrice: priceText(row.unitPrice),
  currency: row.currency,
  taxCategoryId: row.taxCategoryId,
  tags: row.tags,
});

export const toProduct = (row: ProductRow): ProductDto => ({
  id: row.id,
  version: row.version,
  ...dataOf(row),
  archived: row.archivedAt !== null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What a product is found by. The name comes first: lists are sorted by the first line. */
export const searchTextOf = (data: ProductData): string =>
  searchText([data.name, data.sku, ...Object.values(data.names)]);

/** The product, locked for a change. @throws AppError `not-found`, also for another company's */
export async function lockProduct(ctx: TxCtx, id: string): Promise<ProductRow> {
  if (!isId(id)) throw notFound('product');
  const [row] = await ctx.tx.query<ProductRow>(sql`
    select ${productColumns} from products p
    where p.tenant_id = ${ctx.tenantId}::uuid and p.id = ${id}::uuid for update`);
  if (!row) throw notFound('product');
  return row;
}

/** Checks that the categories are of this company and in use. @throws AppError `invalid` at the field's path */
export async function demandTaxCategories(ctx: TxCtx, wanted: ReadonlyMap<string, string>): Promise<void> {
  if (wanted.size === 0) return;
  const rows = await ctx.tx.query<{ id: string }>(sql`
    select id from tax_categories
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${[...wanted.keys()]}::uuid[]) and archived_at is null
    for share`);
  const known = new Set(rows.map((row) => row.id));
  for (const [id, path] of wanted) {
    if (!known.has(id)) throw invalid(path, 'unused-tax');
  }
}
