import type { TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { newId } from '../platform/ids';
import { enqueue } from '../platform/outbox';
import { contentHash } from './content-hash';
import { documentPrint } from './jobs';
import type { DocumentSnapshot } from './schemas';

/** A document before it has its number. */
export interface UnnumberedDocument {
  id: string;
  snapshot: DocumentSnapshot;
  contentHash: string;
}

/** Freezes what a document says. */
export const freeze = (snapshot: DocumentSnapshot, id = newId()): UnnumberedDocument => ({
  id,
  snapshot,
  contentHash: contentHash(snapshot),
});

/**
 * The statement that keeps documents, to run beside or within another one.
 * @param numbered a relation of `document_id` and `number`
 */
export const documentInsert = (
  ctx: TxCtx,
  documents: readonly UnnumberedDocument[],
  numbered: Sql,
): Sql => sql`
  insert into documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash, created_at)
  select d.id, ${ctx.tenantId}::uuid, d.snapshot->>'kind', n.number, (d.snapshot->>'issueDate')::date,
    d.snapshot->>'language', d.snapshot, d."contentHash", ${ctx.clock()}
  from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d(id uuid, snapshot jsonb, "contentHash" text)
  join ${numbered} n on n.document_id = d.id`;

/** Lets documents be printed once the transaction is kept. */
export async function printLater(ctx: TxCtx, documentIds: readonly string[]): Promise<void> {
  for (let start = 0; start < documentIds.length; start += 100) {
    await enqueue(ctx, documentPrint, { documentIds: documentIds.slice(start, start + 100) });
  }
}

/** Keeps one document whose number is known already, and lets it be printed. @returns its id */
export async function writeDocument(
  ctx: TxCtx,
  number: string,
  snapshot: DocumentSnapshot,
  id = newId(),
): Promise<string> {
  const document = freeze(snapshot, id);
  await ctx.tx.execute(
    documentInsert(ctx, [document], sql`(select ${id}::uuid as document_id, ${number}::text as number)`),
  );
  await printLater(ctx, [id]);
  return id;
}
