import type { Ctx } from '../platform/context';
import { join, raw, sql, type Sql } from '../platform/db';
import { atMost, keyset, orderBy, type SortKey } from '../platform/lists';
import { searchPattern } from '../platform/search';
import { summaryColumns } from './columns';
import type { InvoiceFilters, InvoiceSort } from './schemas';

/** Drafts, which have no date, are the newest. The expressions are those of the indexes. */
const dayOf = (column: string) => raw(`coalesce(i.${column}, '9999-12-31'::date)`);

const sortKeys: Readonly<Record<'issueDate' | 'dueDate' | 'number' | 'total', SortKey>> = {
  issueDate: { expression: dayOf('issue_date'), type: 'date' },
  dueDate: { expression: dayOf('due_date'), type: 'date' },
  number: { expression: raw(`coalesce(i.number, '')`), type: 'text' },
  total: { expression: raw('i.total_minor'), type: 'bigint' },
};

/** The view or table to read from: text and tag filters can use their indexes only through the view (ADR 0003). */
export const invoiceSource = (filters: InvoiceFilters): Sql =>
  filters.q || filters.tag ? sql`searchable_invoices` : sql`invoices`;

/**
 * The WHERE of a list and of its export, on the alias `i`.
 * @param today the company's date (YYYY-MM-DD), which decides what is overdue
 */
export function invoiceConditions(ctx: Ctx, filters: InvoiceFilters, today: string): Sql {
  const parts: Sql[] = [sql`i.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.q) parts.push(sql`i.search_text like ${searchPattern(filters.q)}`);
  if (filters.tag) parts.push(sql`i.tags @> array[${filters.tag}]`);
  if (filters.kind) parts.push(sql`i.kind = any(${filters.kind}::text[])`);
  if (filters.state) parts.push(sql`i.state = any(${filters.state}::text[])`);
  if (filters.paymentState) {
    parts.push(sql`i.state = 'issued' and i.payment_state = any(${filters.paymentState}::text[])`);
  }
  if (filters.overdue) {
    parts.push(sql`i.state = 'issued' and i.payment_state in ('open', 'partly_paid') and i.kind <> 'credit_note'
      and i.due_date < ${today}::date`);
  }
  if (filters.customerId) parts.push(sql`i.customer_id = ${filters.customerId}::uuid`);
  if (filters.originalInvoiceId) parts.push(sql`i.original_invoice_id = ${filters.originalInvoiceId}::uuid`);
  if (filters.orderId) {
    parts.push(sql`i.id in (select l.invoice_id from invoice_items l
      where l.tenant_id = ${ctx.tenantId}::uuid and l.order_id = ${filters.orderId}::uuid)`);
  }
  if (filters.currency) parts.push(sql`i.currency = ${filters.currency}`);
  if (filters.issuedFrom) parts.push(sql`i.issue_date >= ${filters.issuedFrom}::date`);
  if (filters.issuedTo) parts.push(sql`i.issue_date <= ${filters.issuedTo}::date`);
  if (filters.dueFrom) parts.push(sql`i.due_date >= ${filters.dueFrom}::date`);
  if (filters.dueTo) parts.push(sql`i.due_date <= ${filters.dueTo}::date`);
  if (filters.ids) parts.push(sql`i.id = any(${filters.ids}::uuid[])`);
  return join(parts, ' and ');
}

const id = raw('i.id');

/** The ORDER BY of a list and of its export. */
export const invoiceOrder = (sort: InvoiceSort): Sql => orderBy(sortKeys, id, sort);

interface InvoicePage {
  filters: InvoiceFilters;
  sort: InvoiceSort;
  cursor: string | undefined;
  limit: number;
  today: string;
}

/** The rows of one page and one more, which tells whether there is a next page; `cursor_value` is for the cursor. */
export function invoicePage(ctx: Ctx, { filters, sort, cursor, limit, today }: InvoicePage): Sql {
  const { after, order, value } = keyset(sortKeys, id, sort, cursor);
  return sql`
    select p.*, c.name as customer_name from (
      select ${summaryColumns}, ${value} as cursor_value, row_number() over () as place
      from (select * from ${invoiceSource(filters)} i
            where ${invoiceConditions(ctx, filters, today)} and ${after}
            order by ${order} ${atMost(limit + 1)}) i) p
    left join customers c on c.tenant_id = ${ctx.tenantId}::uuid and c.id = p.customer_id
    order by p.place`;
}
