import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand, type Permission } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { DocumentSnapshot, type DocumentDto, type DocumentKind, type PdfState } from './schemas';

export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  number: string;
  issueDate: string;
  language: string;
  snapshot: unknown;
  contentHash: string;
  pdfState: PdfState;
  pdfObjectKey: string | null;
  pdfSha256: string | null;
  pdfBytes: bigint | null;
  pdfPages: number | null;
  createdAt: Date;
}

const columns = sql`
  id, kind, number, issue_date as "issueDate", language, snapshot, content_hash as "contentHash",
  pdf_state as "pdfState", pdf_object_key as "pdfObjectKey", pdf_sha256 as "pdfSha256", pdf_bytes as "pdfBytes",
  pdf_pages as "pdfPages", created_at as "createdAt"`;

/** A document may be seen by whom the record behind it may be. */
export const permissionFor = (kind: DocumentKind): Permission =>
  kind === 'offer' ? 'offers:read' : 'invoices:read';

export const toDocument = (row: DocumentRow): DocumentDto => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  issueDate: row.issueDate,
  language: row.language,
  contentHash: row.contentHash,
  pdf: {
    state: row.pdfState,
    bytes: row.pdfBytes?.toString() ?? null,
    sha256: row.pdfSha256,
    pages: row.pdfPages,
  },
  createdAt: row.createdAt.toISOString(),
});

/** @throws AppError `not-found` */
export async function documentInTenant(ctx: TxCtx, documentId: string): Promise<DocumentRow> {
  if (!isId(documentId)) throw notFound('document');
  const [row] = await ctx.tx.query<DocumentRow>(sql`
    select ${columns} from documents where tenant_id = ${ctx.tenantId}::uuid and id = ${documentId}::uuid`);
  if (!row) throw notFound('document');
  return row;
}

export interface FullDocument extends DocumentDto {
  snapshot: DocumentSnapshot;
}

/** A document and all that it says. @throws AppError `not-found` */
export async function getDocument(ctx: Ctx, documentId: string): Promise<FullDocument> {
  const row = await withTx(ctx, (ctx) => documentInTenant(ctx, documentId));
  demand(ctx, permissionFor(row.kind));
  return { ...toDocument(row), snapshot: DocumentSnapshot.parse(row.snapshot) };
}
