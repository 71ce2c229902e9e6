import type { Ctx } from '../platform/context';
import { join, raw, sql, type Sql } from '../platform/db';
import { containsWords, type SortKey } from '../platform/lists';
import { searchPattern } from '../platform/search';
import type { CustomerFilters, CustomerSort } from './schemas';

/** The folded name: the first line of the search text. There is an index on exactly this. */
export const foldedName = sql`split_part(c.search_text, E'\n', 1) collate "C"`;

export const customerSortKeys: Readonly<Record<'name' | 'createdAt', SortKey>> = {
  name: { expression: foldedName, type: 'text' },
  createdAt: { expression: sql`c.created_at`, type: 'timestamptz' },
};

/** A phone number is found by its digits however it is written, with or without the country. */
function phonePattern(typed: string): string | undefined {
  if (!/^[\d+()./\- ]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 3 ? searchPattern(digits) : undefined;
}

/** A condition on what was typed; `c` is the customers. */
export function customerSearch(typed: string): Sql {
  const words = containsWords(sql`c.search_text`, typed);
  const phone = phonePattern(typed);
  return phone ? sql`(${words} or c.search_text like ${phone})` : words;
}

/** The conditions of a list of customers `c`: the company and the filters. The export uses the same. */
export function customerConditions(ctx: Ctx, filters: CustomerFilters): Sql {
  const conditions = [sql`c.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.archived !== 'all') {
    conditions.push(
      filters.archived === 'true' ? sql`c.archived_at is not null` : sql`c.archived_at is null`,
    );
  }
  if (filters.kind) conditions.push(sql`c.kind = ${filters.kind}`);
  if (filters.tag) conditions.push(sql`c.tags @> array[${filters.tag}::text]`);
  if (filters.country) conditions.push(sql`c.billing_address->>'country' = ${filters.country}`);
  if (filters.currency) conditions.push(sql`c.currency = ${filters.currency}`);
  if (filters.language) conditions.push(sql`c.language = ${filters.language}`);
  if (filters.q) conditions.push(customerSearch(filters.q));
  if (filters.ids) conditions.push(sql`c.id = any(${filters.ids}::uuid[])`);
  return join(conditions, ' and ');
}

/** Where a list reads from: the view where an index is needed that row-level security would hide. */
export function customerSource(filters: CustomerFilters, sort: CustomerSort): Sql {
  const byView = Boolean(filters.q || filters.tag) || sort.endsWith('name');
  return raw(byView ? 'searchable_customers c' : 'customers c');
}
