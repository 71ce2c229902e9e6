import type { Ctx } from '../platform/context';
import { join, sql, type Sql } from '../platform/db';
import { containsWords, type SortKey } from '../platform/lists';
import type { PaymentFilters } from './schemas';

export const paymentSortKeys: Readonly<Record<'day' | 'amount', SortKey>> = {
  day: { expression: sql`p.day`, type: 'date' },
  amount: { expression: sql`p.amount_minor`, type: 'bigint' },
};

/** The view where the index of texts is needed, which row-level security would hide (ADR 0003). */
export const paymentSource = (filters: PaymentFilters): Sql =>
  filters.q ? sql`searchable_payments p` : sql`payments p`;

/** The conditions of a list of payments `p`: the company and the filters. */
export function paymentConditions(ctx: Ctx, filters: PaymentFilters): Sql {
  const parts: Sql[] = [sql`p.tenant_id = ${ctx.tenantId}::uuid`];
  if (filters.q) parts.push(containsWords(sql`p.search_text`, filters.q));
  if (filters.direction) parts.push(sql`p.direction = ${filters.direction}`);
  if (filters.method) parts.push(sql`p.method = ${filters.method}`);
  if (filters.state)
    parts.push(filters.state === 'booked' ? sql`p.voided_at is null` : sql`p.voided_at is not null`);
  if (filters.unallocated) parts.push(sql`p.credit_minor > 0`);
  if (filters.customerId) parts.push(sql`p.customer_id = ${filters.customerId}::uuid`);
  if (filters.bankAccountId) parts.push(sql`p.bank_account_id = ${filters.bankAccountId}::uuid`);
  if (filters.currency) parts.push(sql`p.currency = ${filters.currency}`);
  if (filters.from) parts.push(sql`p.day >= ${filters.from}::date`);
  if (filters.to) parts.push(sql`p.day <= ${filters.to}::date`);
  if (filters.ids) parts.push(sql`p.id = any(${filters.ids}::uuid[])`);
  if (filters.invoiceId) {
    parts.push(sql`p.id in (select a.payment_id from allocations a
      where a.tenant_id = ${ctx.tenantId}::uuid and a.invoice_id = ${filters.invoiceId}::uuid)`);
  }
  return join(parts, ' and ');
}
