import { DocumentSnapshot, type DocumentKind, type PdfState } from '../documents';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand, type Permission } from '../platform/permissions';

/** A document as far as sharing it goes. */
export interface SharedPaper {
  id: string;
  kind: DocumentKind;
  number: string;
  snapshot: DocumentSnapshot;
  pdfState: PdfState;
  pdfObjectKey: string | null;
  pdfBytes: bigint | null;
}

const permissionFor = (kind: DocumentKind, access: 'read' | 'write'): Permission =>
  `${kind === 'offer' ? 'offers' : 'invoices'}:${access}`;

/**
 * A document of the company, for who may read or write the record behind it.
 * @throws AppError `not-found`, `forbidden`
 */
export async function paperInTenant(
  ctx: TxCtx,
  documentId: string,
  access: 'read' | 'write',
): Promise<SharedPaper> {
  if (!isId(documentId)) throw notFound('document');
  const [row] = await ctx.tx.query<Omit<SharedPaper, 'snapshot'> & { snapshot: unknown }>(sql`
    select id, kind, number, snapshot, pdf_state as "pdfState", pdf_object_key as "pdfObjectKey",
      pdf_bytes as "pdfBytes"
    from documents where tenant_id = ${ctx.tenantId}::uuid and id = ${documentId}::uuid`);
  if (!row) throw notFound('document');
  demand(ctx, permissionFor(row.kind, access));
  return { ...row, snapshot: DocumentSnapshot.parse(row.snapshot) };
}

/** Whoever changes the links or sendings of a document does so alone, until the transaction ends. */
export async function lockDocument(ctx: TxCtx, documentId: string): Promise<void> {
  await ctx.tx.query(
    sql`select pg_advisory_xact_lock(hashtextextended(${`sharing:${ctx.tenantId}:${documentId}`}, 0))`,
  );
}

export const isInvoice = (kind: DocumentKind): boolean =>
  kind === 'invoice' || kind === 'deposit' || kind === 'credit_note';
