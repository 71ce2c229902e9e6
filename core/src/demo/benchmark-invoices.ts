import type pg from 'pg';
import { appendEntries, type LedgerContent, type LedgerHead } from '../ledger';
import { followLedger } from '../reports';
import { createCtx, systemCtx } from '../platform/context';
import { fillInvoices, ledgerContents } from './benchmark-invoices.sql';

/** Entries that go in one statement. */
const CHUNK = 5_000;

/** When all of it is said to have been chained; the same in each run, because it is hashed. */
const chainedAt = new Date('2026-11-26T08:00:00Z');

type Row = Omit<LedgerContent, 'position' | 'at' | 'count'> & { count: string };

async function chain(owner: pg.Client, tenantId: string): Promise<void> {
  const actor = { type: 'system', name: 'seed' } as const;
  const ctx = createCtx({ tenantId, actor, clock: () => chainedAt });
  const { rows } = await owner.query<Row>(ledgerContents);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const head = await owner.query<LedgerHead>(
      'select position, hash from ledger_heads where tenant_id = $1 for update',
      [tenantId],
    );
    const [found] = head.rows;
    if (!found) throw new Error('the company has no ledger');
    const contents = rows.slice(start, start + CHUNK).map((row) => ({ ...row, count: BigInt(row.count) }));
    // The driver of this connection gives bigint as text.
    const statements = appendEntries(ctx, { ...found, position: BigInt(found.position) }, contents);
    for (const { text, values } of statements) await owner.query(text, values);
  }
}

const touched =
  'invoices, invoice_items, documents, payments, allocations, ledger_entries, products, revenue_taxes, ' +
  'revenue_customers, revenue_products';

/** Fills a company of the benchmark with documents, in one transaction, and lets the reports follow. */
export async function seedInvoices(
  owner: pg.Client,
  tenantId: string,
  invoices: number,
  customers: number,
): Promise<void> {
  await owner.query('begin');
  await owner.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
  for (const statement of fillInvoices(tenantId, invoices, customers)) await owner.query(statement);
  await chain(owner, tenantId);
  await owner.query('commit');
  await followLedger(systemCtx(tenantId, 'seed'));
  await owner.query(`vacuum (analyze) ${touched}`);
}
