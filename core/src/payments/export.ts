import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql } from '../platform/db';
import { orderBy } from '../platform/lists';
import { paymentConditions, paymentSortKeys, paymentSource } from './list.sql';
import { PaymentFilters, paymentSorts, type PaymentSort } from './schemas';
import { paymentDirections, paymentMethods } from './states';

const currency = sql`p.currency`;

const columns: readonly CsvColumn[] = [
  { key: 'day', type: 'text', value: sql`to_char(p.day, 'YYYY-MM-DD')` },
  { key: 'direction', type: 'choice', value: sql`p.direction`, choices: paymentDirections },
  { key: 'method', type: 'choice', value: sql`p.method`, choices: paymentMethods },
  { key: 'customer', type: 'text', value: sql`c.name` },
  { key: 'customerNumber', type: 'text', value: sql`c.external_number` },
  { key: 'reference', type: 'text', value: sql`p.reference` },
  {
    key: 'documents',
    type: 'text',
    value: sql`(select string_agg(distinct i.number, ', ' order by i.number) from allocations a
      join invoices i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
      where a.tenant_id = p.tenant_id and a.payment_id = p.id)`,
  },
  { key: 'amount', type: 'money', value: sql`p.amount_minor`, currency },
  { key: 'allocated', type: 'money', value: sql`p.allocated_minor`, currency },
  { key: 'unallocated', type: 'money', value: sql`p.credit_minor`, currency },
  { key: 'currency', type: 'text', value: currency },
  {
    key: 'voided',
    type: 'choice',
    value: sql`(p.voided_at is not null)::text`,
    choices: ['true', 'false'],
  },
  { key: 'notes', type: 'text', value: sql`p.notes` },
  { key: 'createdAt', type: 'time', value: sql`p.created_at` },
];

/** The list of payments as a file. */
export const paymentsExport = {
  resource: 'payments',
  permission: 'payments:read',
  filters: PaymentFilters,
  sorts: paymentSorts,
  columns,
  defaultColumns: [
    'day',
    'direction',
    'method',
    'customer',
    'reference',
    'documents',
    'amount',
    'unallocated',
    'currency',
    'voided',
  ],
  query(ctx: Ctx, filters: unknown, sort: string) {
    const parsed = PaymentFilters.parse(filters);
    return {
      from: sql`${paymentSource(parsed)} left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id`,
      where: paymentConditions(ctx, parsed),
      order: orderBy(paymentSortKeys, sql`p.id`, sort as PaymentSort),
    };
  },
} as const;
