import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import type { PricedProduct } from './price';

/** The products that lines name, by id; what the company does not have is missing in the answer. */
export async function productsOf(
  ctx: TxCtx,
  items: readonly { productId?: string | null | undefined }[],
): Promise<Map<string, PricedProduct>> {
  const ids = [...new Set(items.flatMap((item) => (item.productId ? [item.productId] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.query<PricedProduct>(sql`
    select id, sku, name, unit, unit_price::text as "unitPrice", currency, tax_category_id as "taxCategoryId"
    from products where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])`);
  return new Map(rows.map((product) => [product.id, product]));
}
