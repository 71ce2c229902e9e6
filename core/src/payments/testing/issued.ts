import type { Ctx } from '../../platform/context';
import { sql } from '../../platform/db';
import { newId } from '../../platform/ids';
import { withTx } from '../../platform/tx';

interface Choices {
  customerId?: string | null;
  amount: bigint;
  number: string;
  kind?: 'invoice' | 'deposit' | 'credit_note';
  currency?: string;
  issueDate?: string;
  dueDate?: string;
  exchangeRate?: string;
}

/** An issued document, as far as payments care. */
export async function issued(ctx: Ctx, choices: Choices): Promise<string> {
  const { kind = 'invoice', currency = 'GBP', issueDate = '2026-01-10', dueDate = '2026-01-24' } = choices;
  const [id, documentId] = [newId(), newId()];
  const amount = choices.amount.toString();
  await withTx(ctx, async ({ tx, tenantId }) => {
    await tx.execute(sql`
      insert into documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash)
      values (${documentId}::uuid, ${tenantId}::uuid, ${kind}, ${choices.number}, ${issueDate}::date, 'en', '{}', 'x')`);
    await tx.execute(sql`
      insert into invoices (id, tenant_id, kind, state, number, customer_id, language, currency, issue_date, due_date,
        payment_terms_days, prices_include_tax, tax_rounding, item_count, items_minor, net_minor, tax_minor, total_minor,
        payable_minor, document_id, exchange_rate, exchange_rate_date, exchange_rate_source, tax_currency)
      values (${id}::uuid, ${tenantId}::uuid, ${kind}, 'issued', ${choices.number}, ${choices.customerId ?? null}::uuid,
        'en', ${currency}, ${issueDate}::date, ${dueDate}::date, 14, false, 'group', 1, ${amount}::bigint,
        ${amount}::bigint, 0, ${amount}::bigint, ${amount}::bigint, ${documentId}::uuid,
        ${choices.exchangeRate ?? null}::numeric, ${issueDate}::date, 'ECB', 'GBP')`);
  });
  return id;
}

interface Settled {
  settled: bigint;
  /** The sum of the allocations that settle a document, or use a credit note up. */
  allocated: bigint;
  state: string | null;
}

export async function settledOf(ctx: Ctx, id: string): Promise<Settled> {
  const rows = await withTx(ctx, ({ tx, tenantId }) =>
    tx.query<Settled>(sql`
      select i.settled_minor as settled, i.payment_state as state,
        coalesce((select sum(amount_minor) from allocations a
          where a.tenant_id = i.tenant_id
            and (a.invoice_id = i.id or (a.credit_note_id = i.id and a.invoice_id <> i.id))), 0)::bigint as allocated
      from invoices i where i.tenant_id = ${tenantId}::uuid and i.id = ${id}::uuid`),
  );
  const [row] = rows;
  if (!row) throw new Error('no such document');
  return row;
}
