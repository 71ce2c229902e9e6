import type { z } from 'zod';
import { audit, differences } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { dataOf, demandTaxCategories, productColumns, searchTextOf, type ProductRow } from './internal';
import type { CreateProductInput, ProductData } from './schemas';

export type NewProduct = z.output<typeof CreateProductInput>;

/** Fills in the company's currency and tax category, and checks the categories that are given. */
export async function complete(
  ctx: TxCtx,
  products: readonly NewProduct[],
  pathOf: (index: number) => string,
): Promise<ProductData[]> {
  const needsCurrency = products.some((product) => !product.currency);
  const needsTax = products.some((product) => !product.taxCategoryId);
  const given = new Map(
    products.flatMap(({ taxCategoryId }, index) =>
      taxCategoryId ? [[taxCategoryId, pathOf(index)] as const] : [],
    ),
  );
  const [tenant, taxes] = await Promise.all([
    needsCurrency ? getTenant(ctx) : undefined,
    needsTax ? loadTaxTable(ctx) : undefined,
    demandTaxCategories(ctx, given),
  ]);
  return products.map((product) => ({
    ...product,
    currency: product.currency ?? tenant?.currency ?? '',
    taxCategoryId: product.taxCategoryId ?? taxes?.defaultCategoryId ?? '',
  }));
}

/**
 * Writes products and their audit rows, in two statements however many they are. One whose SKU is taken is left
 * out of the result.
 */
export async function insertProductRows(ctx: TxCtx, products: readonly ProductData[]): Promise<ProductRow[]> {
  const rows = products.map((data) => ({ id: newId(), ...data, searchText: searchTextOf(data) }));
  const now = ctx.clock();
  const inserted = await ctx.tx.query<ProductRow>(sql`
    insert into products as p (id, tenant_id, sku, name, names, unit, unit_price, currency, tax_category_id, tags,
      search_text, created_at, updated_at)
    select r.id, ${ctx.tenantId}::uuid, r.sku, r.name, r.names, r.unit, r."unitPrice"::numeric, r.currency,
           r."taxCategoryId", r.tags, r."searchText", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, sku text, name text, names jsonb, unit text,
         "unitPrice" text, currency text, "taxCategoryId" uuid, tags text[], "searchText" text)
    order by r.sku
    on conflict (tenant_id, sku) do nothing
    returning ${productColumns}`);
  await audit(ctx, ...inserted.map(recordOf));
  return inserted;
}

const blank = { sku: null, name: null, names: {}, unit: null, unitPrice: null, currency: null, tags: [] };

const recordOf = (row: ProductRow) => ({
  action: 'product.create',
  entityType: 'product',
  entityId: row.id,
  entityName: row.name,
  changes: differences<object>({ ...blank, taxCategoryId: null }, dataOf(row)),
});
