import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { entryHash, GENESIS, type LedgerContent } from './chain';

export interface LedgerHead {
  position: bigint;
  hash: string;
}

/** The chain of a new company. */
export async function openLedger(ctx: TxCtx): Promise<void> {
  await ctx.tx.execute(sql`
    insert into ledger_heads (tenant_id, hash) values (${ctx.tenantId}::uuid, ${GENESIS})`);
}

/** Locks the end of the company's chain; others who append wait until the transaction ends. */
export async function lockLedger(ctx: TxCtx): Promise<LedgerHead> {
  const [head] = await ctx.tx.query<LedgerHead>(sql`
    select position, hash from ledger_heads where tenant_id = ${ctx.tenantId}::uuid for update`);
  if (!head) throw new Error('the company has no ledger');
  return head;
}

/** The statements that append entries behind the locked head; they can be sent together. */
export function appendEntries(
  ctx: Pick<TxCtx, 'tenantId' | 'clock'>,
  head: LedgerHead,
  contents: readonly Omit<LedgerContent, 'position' | 'at'>[],
): [entries: Sql, head: Sql] {
  const at = ctx.clock();
  let { position, hash } = head;
  const rows = contents.map((content) => {
    const previousHash = hash;
    position += 1n;
    hash = entryHash(previousHash, { ...content, position, at });
    return {
      ...content,
      position: position.toString(),
      count: content.count.toString(),
      previousHash,
      hash,
    };
  });
  return [
    sql`
      insert into ledger_entries (tenant_id, position, event, invoice_id, series, period, count, number, issue_date,
        content_hash, previous_hash, hash, at)
      select ${ctx.tenantId}::uuid, r.position, r.event, r."invoiceId", r.series, r.period, r.count, r.number,
        r."issueDate", r."contentHash", r."previousHash", r.hash, ${at}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(position bigint, event text, "invoiceId" uuid,
        series text, period text, count bigint, number text, "issueDate" date, "contentHash" text,
        "previousHash" text, hash text)`,
    sql`
      update ledger_heads set position = ${position.toString()}::bigint, hash = ${hash}
      where tenant_id = ${ctx.tenantId}::uuid`,
  ];
}
