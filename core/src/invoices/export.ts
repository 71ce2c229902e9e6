import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import { sql, type Sql } from '../platform/db';
import { localDate } from '../platform/time';
import { invoiceConditions, invoiceOrder, invoiceSource } from './list.sql';
import { InvoiceFilters, invoiceSorts, type InvoiceSort } from './schemas';
import { invoiceKinds, invoiceStates, paymentStates } from './states';

const currency = sql`i.currency`;
const day = (column: Sql) => sql`to_char(${column}, 'YYYY-MM-DD')`;
const money = (key: string, value: Sql): CsvColumn => ({ key, type: 'money', value, currency });

const facts: readonly CsvColumn[] = [
  { key: 'number', type: 'text', value: sql`i.number` },
  { key: 'kind', type: 'choice', value: sql`i.kind`, choices: invoiceKinds },
  { key: 'state', type: 'choice', value: sql`i.state`, choices: invoiceStates },
  { key: 'customer', type: 'text', value: sql`c.name` },
  { key: 'customerNumber', type: 'text', value: sql`c.external_number` },
  { key: 'issueDate', type: 'text', value: day(sql`i.issue_date`) },
  { key: 'currency', type: 'text', value: currency },
];

const columns: readonly CsvColumn[] = [
  ...facts,
  { key: 'dueDate', type: 'text', value: day(sql`i.due_date`) },
  { key: 'paymentState', type: 'choice', value: sql`i.payment_state`, choices: paymentStates },
  money('net', sql`i.net_minor`),
  money('tax', sql`i.tax_minor`),
  money('total', sql`i.total_minor`),
  money('payable', sql`i.payable_minor`),
  money('open', sql`case when i.state = 'issued' then i.payable_minor - i.settled_minor else 0 end`),
  { key: 'exchangeRate', type: 'number', value: sql`trim_scale(i.exchange_rate)` },
  { key: 'taxCurrency', type: 'text', value: sql`i.tax_currency` },
  {
    key: 'taxInTaxCurrency',
    type: 'money',
    value: sql`i.tax_currency_tax_minor`,
    currency: sql`i.tax_currency`,
  },
  { key: 'buyerReference', type: 'text', value: sql`i.buyer_reference` },
  { key: 'orderReference', type: 'text', value: sql`i.order_reference` },
  { key: 'sentAt', type: 'time', value: sql`i.sent_at` },
  { key: 'tags', type: 'tags', value: sql`i.tags` },
  { key: 'notes', type: 'text', value: sql`i.notes` },
  { key: 'createdAt', type: 'time', value: sql`i.created_at` },
];

const lineColumns: readonly CsvColumn[] = [
  ...facts,
  { key: 'position', type: 'number', value: sql`l.position` },
  { key: 'sku', type: 'text', value: sql`l.sku` },
  { key: 'title', type: 'text', value: sql`l.title` },
  { key: 'quantity', type: 'number', value: sql`trim_scale(l.quantity)` },
  { key: 'unit', type: 'text', value: sql`l.unit` },
  { key: 'unitPrice', type: 'number', value: sql`trim_scale(l.unit_price)` },
  { key: 'discountPercent', type: 'number', value: sql`trim_scale(l.discount_percent)` },
  { key: 'taxCode', type: 'text', value: sql`l.tax_code` },
  { key: 'taxRate', type: 'number', value: sql`trim_scale(l.tax_rate)` },
  money('amount', sql`l.amount_minor`),
];

function parts(ctx: Ctx, filters: unknown, sort: string, timeZone: string) {
  const parsed = InvoiceFilters.parse(filters);
  return {
    from: sql`${invoiceSource(parsed)} i
      left join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id`,
    where: invoiceConditions(ctx, parsed, localDate(ctx.clock(), timeZone)),
    order: invoiceOrder(sort as InvoiceSort),
  };
}

const common = {
  permission: 'invoices:read',
  filters: InvoiceFilters,
  sorts: invoiceSorts,
} as const;

/** The list of invoices, deposit invoices and credit notes as a file; amounts are those of the documents. */
export const invoicesExport = {
  ...common,
  resource: 'invoices',
  columns,
  defaultColumns: [
    'number',
    'kind',
    'state',
    'customer',
    'issueDate',
    'dueDate',
    'paymentState',
    'net',
    'tax',
    'total',
    'open',
    'currency',
  ],
  query: parts,
} as const;

/** The lines of the same documents. */
export const invoiceItemsExport = {
  ...common,
  resource: 'invoice-items',
  columns: lineColumns,
  defaultColumns: [
    'number',
    'kind',
    'issueDate',
    'customer',
    'position',
    'sku',
    'title',
    'quantity',
    'unitPrice',
    'taxRate',
    'amount',
    'currency',
  ],
  query(ctx: Ctx, filters: unknown, sort: string, timeZone: string) {
    const { from, where, order } = parts(ctx, filters, sort, timeZone);
    return {
      from: sql`${from} join invoice_items l on l.tenant_id = i.tenant_id and l.invoice_id = i.id`,
      where,
      order: sql`${order}, l.position`,
    };
  },
} as const;
