import { z } from 'zod';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { complete, insertProductRows } from './insert.sql';
import { priceText, type ProductRow } from './internal';
import { productPolicy } from './policy';
import { CreateProductInput } from './schemas';

export interface MatchedProduct {
  id: string;
  sku: string;
  name: string;
  unit: string;
  unitPrice: string;
  currency: string;
  taxCategoryId: string;
  archived: boolean;
}

type MatchRow = Omit<MatchedProduct, 'unitPrice'> & Pick<ProductRow, 'unitPrice'>;

/** Products by SKU, exactly as written, archived ones too; unknown SKUs are left out. */
export async function matchProducts(ctx: Ctx, skus: readonly string[]): Promise<Map<string, MatchedProduct>> {
  demand(ctx, productPolicy.read);
  const rows = await readOne<MatchRow>(
    ctx,
    sql`select id, sku, name, unit, unit_price as "unitPrice", currency, tax_category_id as "taxCategoryId",
               archived_at is not null as archived
        from products where tenant_id = ${ctx.tenantId}::uuid and sku = any(${skus}::text[])`,
  );
  return new Map(rows.map((row) => [row.sku, { ...row, unitPrice: priceText(row.unitPrice) }]));
}

const Rows = z.array(CreateProductInput).max(5_000);

/**
 * Adds up to 5,000 products of a file at once, each with its audit row. Those whose SKU exists already, also
 * since a moment ago, are left as they are; of two rows with one SKU the last is taken.
 * @returns all of them by SKU, and the SKUs that are new
 * @throws AppError `invalid` with paths such as `12.name`
 */
export async function insertProducts(
  ctx: Ctx,
  rows: readonly CreateProductInput[],
): Promise<{ products: Map<string, MatchedProduct>; created: Set<string> }> {
  demand(ctx, productPolicy.write);
  const data = parse(Rows, rows);
  return withTx(ctx, async (ctx) => {
    const whole = await complete(ctx, data, (index) => `${index}.taxCategoryId`);
    const bySku = new Map(whole.map((product) => [product.sku, product]));
    const inserted = await insertProductRows(ctx, [...bySku.values()]);
    const created = new Set(inserted.map((row) => row.sku));
    return { products: await matchProducts(ctx, [...bySku.keys()]), created };
  });
}
