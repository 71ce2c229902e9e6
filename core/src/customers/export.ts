import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql } from '../platform/db';
import { orderBy } from '../platform/lists';
import { customerConditions, customerSortKeys, customerSource } from './list.sql';
import { customerPolicy } from './policy';
import { CustomerFilters, customerKinds, customerSorts, type CustomerSort } from './schemas';

const billing = (part: string) => sql`c.billing_address->>${part}::text`;

const columns: readonly CsvColumn[] = [
  { key: 'name', type: 'text', value: sql`c.name` },
  { key: 'kind', type: 'choice', value: sql`c.kind`, choices: customerKinds },
  { key: 'externalNumber', type: 'text', value: sql`c.external_number` },
  { key: 'taxId', type: 'text', value: sql`c.tax_id` },
  { key: 'emails', type: 'tags', value: sql`c.emails` },
  { key: 'phones', type: 'tags', value: sql`c.phones` },
  { key: 'line1', type: 'text', value: billing('line1') },
  { key: 'line2', type: 'text', value: billing('line2') },
  { key: 'postalCode', type: 'text', value: billing('postalCode') },
  { key: 'city', type: 'text', value: billing('city') },
  { key: 'region', type: 'text', value: billing('region') },
  { key: 'country', type: 'text', value: billing('country') },
  { key: 'currency', type: 'text', value: sql`c.currency` },
  { key: 'paymentTermsDays', type: 'number', value: sql`c.payment_terms_days` },
  { key: 'language', type: 'text', value: sql`c.language` },
  { key: 'tags', type: 'tags', value: sql`c.tags` },
  { key: 'notes', type: 'text', value: sql`c.notes` },
  {
    key: 'archived',
    type: 'choice',
    value: sql`(c.archived_at is not null)::text`,
    choices: ['true', 'false'],
  },
  { key: 'createdAt', type: 'time', value: sql`c.created_at` },
];

/** The customer list as a file. */
export const customersExport = {
  resource: 'customers',
  permission: customerPolicy.read,
  filters: CustomerFilters,
  sorts: customerSorts,
  columns,
  defaultColumns: ['name', 'kind', 'externalNumber', 'taxId', 'emails', 'phones', 'city', 'country', 'tags'],
  query(ctx: Ctx, filters: unknown, sort: string) {
    const parsed = CustomerFilters.parse(filters);
    const order = sort as CustomerSort;
    return {
      from: customerSource(parsed, order),
      where: customerConditions(ctx, parsed),
      order: orderBy(customerSortKeys, sql`c.id`, order),
    };
  },
} as const;
