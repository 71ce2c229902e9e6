import type { Ctx } from '../platform/context';
import { join, raw, sql, type Sql } from '../platform/db';
import { containsWords, type SortKey } from '../platform/lists';
import type { OfferFilters } from './schemas';

type SortName = 'issueDate' | 'number' | 'total' | 'validUntil';

// Drafts have no date and no number yet: in lists they count as the newest.
export const offerSortKeys: Readonly<Record<SortName, SortKey>> = {
  issueDate: { expression: sql`coalesce(o.issue_date, '9999-12-31'::date)`, type: 'date' },
  number: { expression: sql`coalesce(o.number, '')`, type: 'text' },
  total: { expression: sql`o.total_minor`, type: 'bigint' },
  validUntil: { expression: sql`coalesce(o.valid_until, '9999-12-31'::date)`, type: 'date' },
};

/**
 * The conditions of a list of offers `o`: the company and the filters. The export uses the same.
 * @param today the company's date, by which offers expire
 */
export function offerConditions(ctx: Ctx, filters: OfferFilters, today: string): Sql {
  const parts = [sql`o.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.archived !== 'all') {
    parts.push(filters.archived === 'true' ? sql`o.archived_at is not null` : sql`o.archived_at is null`);
  }
  if (filters.state) {
    parts.push(sql`case when o.state = 'sent' and o.valid_until < ${today}::date then 'expired' else o.state end
      = any(${filters.state}::text[])`);
  }
  if (filters.customerId) parts.push(sql`o.customer_id = ${filters.customerId}::uuid`);
  if (filters.currency) parts.push(sql`o.currency = ${filters.currency}`);
  if (filters.tag) parts.push(sql`o.tags @> array[${filters.tag}::text]`);
  if (filters.issuedFrom) parts.push(sql`o.issue_date >= ${filters.issuedFrom}::date`);
  if (filters.issuedTo) parts.push(sql`o.issue_date <= ${filters.issuedTo}::date`);
  if (filters.validFrom) parts.push(sql`o.valid_until >= ${filters.validFrom}::date`);
  if (filters.validTo) parts.push(sql`o.valid_until <= ${filters.validTo}::date`);
  if (filters.q) parts.push(containsWords(sql`o.search_text`, filters.q));
  if (filters.ids) parts.push(sql`o.id = any(${filters.ids}::uuid[])`);
  return join(parts, ' and ');
}

/** Where a list reads from: the view where an index is needed that row-level security would hide (ADR 0003). */
export const offerSource = (filters: OfferFilters): Sql =>
  raw(filters.q || filters.tag ? 'searchable_offers o' : 'offers o');
