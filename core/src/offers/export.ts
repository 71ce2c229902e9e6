import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql } from '../platform/db';
import { orderBy } from '../platform/lists';
import { localDate } from '../platform/time';
import { offerConditions, offerSortKeys, offerSource } from './list.sql';
import { OfferFilters, offerSorts, type OfferSort } from './schemas';
import { offerStates } from './states';

const currency = sql`o.currency`;

const columns: readonly CsvColumn[] = [
  { key: 'number', type: 'text', value: sql`o.number` },
  { key: 'state', type: 'choice', value: sql`o.state`, choices: offerStates },
  { key: 'customer', type: 'text', value: sql`c.name` },
  { key: 'customerNumber', type: 'text', value: sql`c.external_number` },
  { key: 'issueDate', type: 'text', value: sql`to_char(o.issue_date, 'YYYY-MM-DD')` },
  { key: 'validUntil', type: 'text', value: sql`to_char(o.valid_until, 'YYYY-MM-DD')` },
  { key: 'itemCount', type: 'number', value: sql`o.item_count` },
  { key: 'net', type: 'money', value: sql`o.net_minor`, currency },
  { key: 'tax', type: 'money', value: sql`o.tax_minor`, currency },
  { key: 'total', type: 'money', value: sql`o.total_minor`, currency },
  { key: 'currency', type: 'text', value: currency },
  { key: 'buyerReference', type: 'text', value: sql`o.buyer_reference` },
  { key: 'sentAt', type: 'time', value: sql`o.sent_at` },
  { key: 'tags', type: 'tags', value: sql`o.tags` },
  { key: 'notes', type: 'text', value: sql`o.notes` },
  { key: 'createdAt', type: 'time', value: sql`o.created_at` },
];

/** The list of offers as a file. */
export const offersExport = {
  resource: 'offers',
  permission: 'offers:read',
  filters: OfferFilters,
  sorts: offerSorts,
  columns,
  defaultColumns: [
    'number',
    'state',
    'customer',
    'issueDate',
    'validUntil',
    'net',
    'tax',
    'total',
    'currency',
    'tags',
  ],
  query(ctx: Ctx, filters: unknown, sort: string, timeZone: string) {
    const parsed = OfferFilters.parse(filters);
    return {
      from: sql`${offerSource(parsed)} left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id`,
      where: offerConditions(ctx, parsed, localDate(ctx.clock(), timeZone)),
      order: orderBy(offerSortKeys, sql`o.id`, sort as OfferSort),
    };
  },
} as const;
