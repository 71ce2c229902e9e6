import type { Ctx } from '../../platform/context';
import { sql } from '../../platform/db';
import { withTx } from '../../platform/tx';

interface Wanted {
  customerId: string;
  /** How many; numbered from 1. */
  count?: number;
  prefix?: string;
  dueDate: string;
  payable?: number;
  settled?: number;
  currency?: string;
  kind?: 'invoice' | 'deposit' | 'credit_note';
}

/** Issued invoices as they stand in the tables, thousands in a moment. @returns their ids */
export async function issuedInvoices(ctx: Ctx, wanted: Wanted): Promise<string[]> {
  const { customerId, count = 1, prefix = 'T', dueDate, payable = 10_000, settled = 0 } = wanted;
  const { currency = 'GBP', kind = 'invoice' } = wanted;
  return withTx(ctx, async ({ tx, tenantId }) => {
    const rows = await tx.query<{ id: string }>(sql`
      with made as (
        select gen_random_uuid() as id, gen_random_uuid() as document, ${prefix} || '-' || n as number
        from generate_series(1, ${count}::int) n
      ), written as (
        insert into documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash)
        select document, ${tenantId}::uuid, ${kind}, number, ${dueDate}::date - 14, 'en', '{}', 'none' from made
      )
      insert into invoices (id, tenant_id, kind, state, number, customer_id, language, currency, issue_date, due_date,
        payment_terms_days, prices_include_tax, tax_rounding, item_count, items_minor, net_minor, tax_minor,
        total_minor, payable_minor, settled_minor, document_id)
      select id, ${tenantId}::uuid, ${kind}, 'issued', number, ${customerId}::uuid, 'en', ${currency},
        ${dueDate}::date - 14, ${dueDate}::date, 14, true, 'group', 1, ${payable}::bigint, ${payable}::bigint, 0,
        ${payable}::bigint, ${payable}::bigint, ${settled}::bigint, document
      from made returning id`);
    return rows.map(({ id }) => id);
  });
}
