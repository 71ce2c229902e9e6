import type { Ctx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { SearchText } from '../platform/fields';
import { beginsWith, bestOf, partBegins } from '../platform/lists';
import { demand } from '../platform/permissions';
import { fold } from '../platform/search';
import { readOne } from '../platform/tx';
import { customerSearch, foldedName } from './list.sql';
import { customerPolicy } from './policy';
import type { CustomerSuggestion } from './schemas';

const most = 10;

const find = (ctx: Ctx, condition: Sql, order: Sql) =>
  readOne<CustomerSuggestion>(
    ctx,
    sql`select c.id, c.kind, c.name, c.external_number as "externalNumber", c.billing_address->>'city' as city,
               c.billing_address->>'country' as country, c.currency
        from searchable_customers c
        where c.tenant_id = ${ctx.tenantId}::uuid and c.archived_at is null and ${condition}
        order by ${order}, c.id limit ${most}`,
  );

/**
 * Up to ten customers for a picker: first those whose name begins with what was typed, then those with another
 * part that does (number, e-mail, city), then those that contain it. One or two letters look at beginnings only.
 */
export async function suggestCustomers(ctx: Ctx, text: string): Promise<CustomerSuggestion[]> {
  demand(ctx, customerPolicy.read);
  const typed = fold(parse(SearchText, text));
  const begins = partBegins(sql`c.search_text`, typed);
  const found = typed.length < 3 ? begins : customerSearch(typed);
  return bestOf(
    most,
    () => find(ctx, beginsWith(foldedName, typed), foldedName),
    () => find(ctx, found, sql`${begins} desc, ${foldedName}`),
  );
}
