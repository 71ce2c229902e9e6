import type { Ctx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { SearchText } from '../platform/fields';
import { beginsWith, bestOf, containsWords, partBegins } from '../platform/lists';
import { demand } from '../platform/permissions';
import { fold } from '../platform/search';
import { readOne } from '../platform/tx';
import { namesOf, priceText, type ProductRow } from './internal';
import { foldedName } from './list.sql';
import { productPolicy } from './policy';
import type { ProductSuggestion } from './schemas';

const most = 10;

type Row = Omit<ProductSuggestion, 'names' | 'unitPrice'> & Pick<ProductRow, 'names' | 'unitPrice'>;

const find = (ctx: Ctx, condition: Sql, order: Sql) =>
  readOne<Row>(
    ctx,
    sql`select p.id, p.sku, p.name, p.names, p.unit, p.unit_price as "unitPrice", p.currency,
               p.tax_category_id as "taxCategoryId"
        from searchable_products p
        where p.tenant_id = ${ctx.tenantId}::uuid and p.archived_at is null and ${condition}
        order by ${order}, p.id limit ${most}`,
  );

/**
 * Up to ten products for a picker: first those whose name begins with what was typed, then those whose SKU or
 * name in another language does, then those that contain it. One or two letters look at beginnings only.
 */
export async function suggestProducts(ctx: Ctx, text: string): Promise<ProductSuggestion[]> {
  demand(ctx, productPolicy.read);
  const typed = fold(parse(SearchText, text));
  const column = sql`p.search_text`;
  const begins = partBegins(column, typed);
  const found = typed.length < 3 ? begins : containsWords(column, typed);
  const rows = await bestOf(
    most,
    () => find(ctx, beginsWith(foldedName, typed), foldedName),
    () => find(ctx, found, sql`${begins} desc, ${foldedName}`),
  );
  return rows.map((row) => ({ ...row, names: namesOf(row.names), unitPrice: priceText(row.unitPrice) }));
}
