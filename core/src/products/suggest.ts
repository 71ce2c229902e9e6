import type { Ctx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { SearchText } from '../platform/fields';
import { containsWords, partBegins } from '../platform/lists';
import { demand } from '../platform/permissions';
import { fold } from '../platform/search';
import { readOne } from '../platform/tx';
import { namesOf, priceText, type ProductRow } from './internal';
import { foldedName } from './list.sql';
import { productPolicy } from './policy';
import type { ProductSuggestion } from './schemas';

const most = 10;

const firstOf = (ctx: Ctx, condition: Sql, rank: number) => sql`
  (select p.id, p.sku, p.name, p.names, p.unit, p.unit_price as "unitPrice", p.currency,
          p.tax_category_id as "taxCategoryId", ${foldedName} as folded, ${rank}::int as rank
   from searchable_products p
   where p.tenant_id = ${ctx.tenantId}::uuid and p.archived_at is null and ${condition}
   order by ${foldedName}, p.id limit ${most})`;

/**
 * Up to ten products for a picker: first those whose name or SKU begins with what was typed, then those that
 * contain it. Nothing typed gives the first ten by name; one or two letters look at beginnings only.
 */
export async function suggestProducts(ctx: Ctx, text: string): Promise<ProductSuggestion[]> {
  demand(ctx, productPolicy.read);
  const typed = fold(parse(SearchText, text));
  const column = sql`p.search_text`;
  const begins = firstOf(ctx, typed ? partBegins(column, typed) : sql`true`, 0);
  const all =
    typed.length < 3 ? begins : sql`${begins} union all ${firstOf(ctx, containsWords(column, typed), 1)}`;
  const rows = await readOne<Omit<ProductSuggestion, 'names'> & Pick<ProductRow, 'names'>>(
    ctx,
    sql`select id, sku, name, names, unit, "unitPrice", currency, "taxCategoryId"
        from (select distinct on (id) * from (${all}) found order by id, rank) best
        order by rank, folded, id limit ${most}`,
  );
  return rows.map((row) => ({ ...row, names: namesOf(row.names), unitPrice: priceText(row.unitPrice) }));
}
