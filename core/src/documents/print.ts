import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { enqueueFor } from '../platform/outbox';
import { withSystemTx, withTx } from '../platform/tx';
import { documentPrint } from './jobs';
import { DocumentSnapshot } from './schemas';

/** What a printer needs of a document. */
export interface PrintOrder {
  id: string;
  number: string;
  createdAt: Date;
  snapshot: DocumentSnapshot;
}

/** Those of the documents that have no PDF yet, in the order asked for. Called by the printing job. */
export async function documentsToPrint(ctx: Ctx, documentIds: readonly string[]): Promise<PrintOrder[]> {
  const rows = await withTx(ctx, ({ tx }) =>
    tx.query<Omit<PrintOrder, 'snapshot'> & { snapshot: unknown }>(sql`
      select d.id, d.number, d.created_at as "createdAt", d.snapshot
      from unnest(${documentIds}::uuid[]) with ordinality as wanted(id, place)
      join documents d on d.tenant_id = ${ctx.tenantId}::uuid and d.id = wanted.id
      where d.pdf_state <> 'ready' order by wanted.place`),
  );
  return rows.map((row) => ({ ...row, snapshot: DocumentSnapshot.parse(row.snapshot) }));
}

/** Where a document's PDF is kept. What has been handed out is never printed over: the key names its content. */
export const pdfKey = (tenantId: string, documentId: string, sha256: string): string =>
  `documents/${tenantId}/${documentId}-${sha256.slice(0, 16)}.pdf`;

/** A PDF as it lies in the store; `bytes` is its length. */
export interface PrintedPdf {
  objectKey: string;
  sha256: string;
  bytes: number;
  pages: number;
}

/**
 * Notes where the PDF of a document is. The first one counts: a later one changes nothing.
 * @returns whether this one counts
 */
export async function markPrinted(ctx: Ctx, documentId: string, pdf: PrintedPdf): Promise<boolean> {
  const changed = await withTx(ctx, ({ tx, tenantId, clock }) =>
    tx.execute(sql`
      update documents set pdf_state = 'ready', pdf_object_key = ${pdf.objectKey}, pdf_sha256 = ${pdf.sha256},
        pdf_bytes = ${pdf.bytes}, pdf_pages = ${pdf.pages}, printed_at = ${clock()}
      where tenant_id = ${tenantId}::uuid and id = ${documentId}::uuid and pdf_state <> 'ready'`),
  );
  return changed === 1;
}

/** Notes that documents could not be printed; those that have a PDF keep it. */
export async function markPrintFailed(ctx: Ctx, documentIds: readonly string[]): Promise<void> {
  await withTx(ctx, ({ tx, tenantId }) =>
    tx.execute(sql`
      update documents set pdf_state = 'failed'
      where tenant_id = ${tenantId}::uuid and id = any(${documentIds}::uuid[]) and pdf_state = 'pending'`),
  );
}

/** Sets failed documents back to pending. @returns their ids */
export async function printAgain(ctx: TxCtx, documentIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.query<{ id: string }>(sql`
    update documents set pdf_state = 'pending'
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${documentIds}::uuid[]) and pdf_state = 'failed'
    returning id`);
  return rows.map(({ id }) => id);
}

const BATCH = 500;
/** Longer than a job may take with all its repeats. */
const STUCK_MS = 30 * 60_000;

/**
 * Has documents printed that have waited for long, and that no job is going to print. @returns how many
 */
export async function sweepUnprinted(now = new Date()): Promise<number> {
  return withSystemTx(async (tx) => {
    const due = await tx.query<{ tenantId: string; ids: string[] }>(sql`
      with expected as materialized (
        select o.tenant_id, each.id::uuid
        from outbox o cross join lateral jsonb_array_elements_text(o.payload->'documentIds') each(id)
        where o.job = ${documentPrint.name} and o.failed_at is null)
      select tenant_id as "tenantId", (array_agg(id order by id))[1:100] as ids
      from (select d.tenant_id, d.id from documents d
            where d.pdf_state = 'pending' and d.created_at < ${new Date(now.getTime() - STUCK_MS)}
              and not exists (select 1 from expected e where e.tenant_id = d.tenant_id and e.id = d.id)
            order by d.created_at limit ${BATCH}) stuck
      group by tenant_id`);
    for (const { tenantId, ids } of due) await enqueueFor(tx, tenantId, documentPrint, { documentIds: ids });
    return due.reduce((sum, { ids }) => sum + ids.length, 0);
  });
}
