import type { BankTransactionRow } from '../../bank-statements';
import type { TxCtx } from '../../platform/context';
import { sql } from '../../platform/db';
import { isOpen, openColumns, openSource, type OpenDocument } from '../open-documents';
import { nameWords } from './names';
import { countsIn, forMentions } from './numbers';
import type { Candidates } from './rank';

interface Found extends OpenDocument {
  transactionId: string;
}

const textOf = (row: BankTransactionRow) =>
  forMentions([row.remittance, row.endToEndId, row.creditorReference].filter(Boolean).join(' '));

/** A name as the index of customers' names begins; empty where it tells too little. */
function nameStart(name: string): string {
  const start = nameWords(name).slice(0, 2).join(' ');
  return start.length >= 3 ? start : '';
}

/** Who paid from these accounts before, by account. */
async function payersOf(ctx: TxCtx, accounts: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await ctx.tx.query<{ account: string; customerId: string }>(sql`
    select distinct t.counterparty_account as account, p.customer_id as "customerId"
    from bank_transactions t
    join payments p on p.tenant_id = t.tenant_id and p.id = t.payment_id
    where t.tenant_id = ${ctx.tenantId}::uuid and t.state = 'matched' and p.customer_id is not null
      and t.counterparty_account = any(${accounts}::text[])`);
  const payers = new Map<string, Set<string>>();
  for (const { account, customerId } of rows) {
    payers.set(account, (payers.get(account) ?? new Set()).add(customerId));
  }
  return payers;
}

/**
 * Open documents that each movement may be about: of the amount, with a count that its text holds, or of customers who
 * are known by account or name. One statement for all of them, along the indexes of what is open.
 */
async function documentsFor(
  ctx: TxCtx,
  rows: readonly BankTransactionRow[],
  payers: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Found[]> {
  const wanted = rows.map((row) => ({
    id: row.id,
    currency: row.currency,
    amount: (row.amountMinor < 0n ? -row.amountMinor : row.amountMinor).toString(),
    counts: countsIn(textOf(row)),
    customers: [...(payers.get(row.counterpartyAccount ?? '') ?? [])],
    name: nameStart(row.counterpartyName),
  }));
  const columns = sql`w.id as "transactionId", ${openColumns}`;
  const join = sql`join ${openSource} on`;
  return ctx.tx.query<Found>(sql`
    with w as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as w(id uuid, currency text, amount bigint, counts text[], customers uuid[], name text)
    ), known as materialized (
      select w.id, w.currency, unnest(w.customers) as customer_id from w
      union
      select w.id, w.currency, n.id from w
      cross join lateral (
        select c.id from customers c where w.name <> '' and c.tenant_id = ${ctx.tenantId}::uuid
          and split_part(c.search_text, E'\n', 1) collate "C" >= w.name
          and split_part(c.search_text, E'\n', 1) collate "C" < w.name || ${'\u{10ffff}'}
        limit 20) n
    ), found as (
      (select w.id as transaction_id, d.id from w cross join lateral (
        select i.id from invoices i where ${isOpen} and i.tenant_id = ${ctx.tenantId}::uuid
          and i.currency = w.currency and i.payable_minor - i.settled_minor = w.amount limit 40) d)
      union
      (select w.id, d.id from w cross join lateral (
        select i.id from invoices i where ${isOpen} and i.tenant_id = ${ctx.tenantId}::uuid
          and count_in_number(i.number) = any(w.counts) and i.currency = w.currency limit 200) d)
      union
      (select k.id, d.id from known k cross join lateral (
        select i.id from invoices i where ${isOpen} and i.tenant_id = ${ctx.tenantId}::uuid
          and i.customer_id = k.customer_id and i.currency = k.currency
        order by i.due_date, i.id limit 100) d)
    )
    select ${columns} from found w0
    join w on w.id = w0.transaction_id
    ${join} i.tenant_id = ${ctx.tenantId}::uuid and i.id = w0.id`);
}

/** What each movement may be about, by its id. */
export async function candidatesFor(
  ctx: TxCtx,
  rows: readonly BankTransactionRow[],
): Promise<Map<string, Candidates>> {
  if (rows.length === 0) return new Map();
  const accounts = [...new Set(rows.flatMap(({ counterpartyAccount }) => counterpartyAccount ?? []))];
  const payers = await payersOf(ctx, accounts);
  const documents = new Map<string, OpenDocument[]>();
  for (const { transactionId, ...document } of await documentsFor(ctx, rows, payers)) {
    documents.set(transactionId, [...(documents.get(transactionId) ?? []), document]);
  }
  return new Map(
    rows.map((row) => [
      row.id,
      {
        documents: documents.get(row.id) ?? [],
        seen: payers.get(row.counterpartyAccount ?? '') ?? new Set<string>(),
      },
    ]),
  );
}
