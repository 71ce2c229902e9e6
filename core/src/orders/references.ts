import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid } from '../platform/errors';
import type { PricedProduct } from './price';

interface CustomerReference {
  id: string;
  name: string;
  emails: string[];
  currency: string | null;
}

/** @throws AppError `invalid` when the company has no such customer */
export async function customerOf(
  ctx: TxCtx,
  customerId: string | null | undefined,
): Promise<CustomerReference | null> {
  if (!customerId) return null;
  const [customer] = await ctx.tx.query<CustomerReference>(sql`
    select id, name, emails, currency from customers
    where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid`);
  if (!customer) throw invalid('customerId', 'unknown-customer');
  return customer;
}

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

export const customerTexts = (customer: CustomerReference | null): string[] =>
  customer ? [customer.name, ...customer.emails] : [];
