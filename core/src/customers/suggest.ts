import type { Ctx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { SearchText } from '../platform/fields';
import { partBegins } from '../platform/lists';
import { demand } from '../platform/permissions';
import { fold } from '../platform/search';
import { readOne } from '../platform/tx';
import { customerSearch, foldedName } from './list.sql';
import { customerPolicy } from './policy';
import type { CustomerSuggestion } from './schemas';

const most = 10;

const firstOf = (ctx: Ctx, condition: Sql, rank: number) => sql`
  (select c.id, c.kind, c.name, c.external_number as "externalNumber", c.billing_address->>'city' as city,
          c.billing_address->>'country' as country, c.currency, ${foldedName} as folded, ${rank}::int as rank
   from searchable_customers c
   where c.tenant_id = ${ctx.tenantId}::uuid and c.archived_at is null and ${condition}
   order by ${foldedName}, c.id limit ${most})`;

/**
 * Up to ten customers for a picker: first those of whom some part begins with what was typed, then those that
 * contain it. Nothing typed gives the first ten by name; one or two letters look at beginnings only.
 */
export async function suggestCustomers(ctx: Ctx, text: string): Promise<CustomerSuggestion[]> {
  demand(ctx, customerPolicy.read);
  const typed = fold(parse(SearchText, text));
  const begins = firstOf(ctx, typed ? partBegins(sql`c.search_text`, typed) : sql`true`, 0);
  const all = typed.length < 3 ? begins : sql`${begins} union all ${firstOf(ctx, customerSearch(typed), 1)}`;
  return readOne<CustomerSuggestion>(
    ctx,
    sql`select id, kind, name, "externalNumber", city, country, currency
        from (select distinct on (id) * from (${all}) found order by id, rank) best
        order by rank, folded, id limit ${most}`,
  );
}
