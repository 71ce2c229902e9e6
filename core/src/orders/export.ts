import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql } from '../platform/db';
import { orderConditions, orderOrder, orderSource } from './list.sql';
import { OrderFilters, orderSorts, type OrderSort } from './schemas';
import { orderKinds, orderStatuses } from './states';

const currency = sql`o.currency`;

const columns: readonly CsvColumn[] = [
  { key: 'number', type: 'text', value: sql`o.number` },
  { key: 'externalNumber', type: 'text', value: sql`o.external_number` },
  { key: 'customer', type: 'text', value: sql`c.name` },
  { key: 'customerNumber', type: 'text', value: sql`c.external_number` },
  { key: 'placedAt', type: 'time', value: sql`o.placed_at` },
  { key: 'kind', type: 'choice', value: sql`o.kind`, choices: orderKinds },
  { key: 'status', type: 'choice', value: sql`o.status`, choices: orderStatuses },
  { key: 'itemCount', type: 'number', value: sql`o.item_count` },
  { key: 'net', type: 'money', value: sql`o.net_minor`, currency },
  { key: 'tax', type: 'money', value: sql`o.tax_minor`, currency },
  { key: 'total', type: 'money', value: sql`o.total_minor`, currency },
  { key: 'currency', type: 'text', value: currency },
  { key: 'tags', type: 'tags', value: sql`o.tags` },
  { key: 'notes', type: 'text', value: sql`o.notes` },
  { key: 'createdAt', type: 'time', value: sql`o.created_at` },
];

/** The order list as a file. */
export const ordersExport = {
  resource: 'orders',
  permission: 'orders:read',
  filters: OrderFilters,
  sorts: orderSorts,
  columns,
  defaultColumns: [
    'number',
    'customer',
    'placedAt',
    'kind',
    'status',
    'itemCount',
    'net',
    'tax',
    'total',
    'currency',
    'tags',
  ],
  query(ctx: Ctx, filters: unknown, sort: string, timeZone: string) {
    const parsed = OrderFilters.parse(filters);
    return {
      from: sql`${orderSource(parsed)} o left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id`,
      where: orderConditions(ctx, parsed, timeZone),
      order: orderOrder(sort as OrderSort),
    };
  },
} as const;
