import type { Ctx } from '../platform/context';
import { audit } from '../platform/audit';
import { conflict } from '../platform/errors';
import { objects } from '../platform/objects';
import { demand, type Permission } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { documentInTenant, permissionFor, toDocument } from './get';
import { documentPrint } from './jobs';
import { enqueue } from '../platform/outbox';
import { pdfFileName, type DocumentDto, type DocumentKind } from './schemas';
import { printAgain } from './print';

const LINK_SECONDS = 60;

/**
 * A link to the PDF of a document, good for a minute.
 * @throws AppError `conflict` while it is being printed (`pdf-pending`) or when that went wrong (`pdf-failed`)
 */
export async function openDocumentPdf(ctx: Ctx, documentId: string): Promise<string> {
  const row = await withTx(ctx, (ctx) => documentInTenant(ctx, documentId));
  demand(ctx, permissionFor(row.kind));
  if (row.pdfState === 'failed')
    throw conflict('The PDF could not be printed. Print it again.', 'pdf-failed');
  if (!row.pdfObjectKey) throw conflict('The PDF is being printed.', 'pdf-pending');
  return objects().presignGet(row.pdfObjectKey, {
    fileName: pdfFileName(row.number),
    contentType: 'application/pdf',
    expiresSeconds: LINK_SECONDS,
  });
}

const permissionToPrint = (kind: DocumentKind): Permission =>
  kind === 'offer' ? 'offers:write' : 'invoices:write';

/** Has a document printed again after that went wrong; changes nothing for any other. @throws AppError `not-found` */
export async function reprintDocument(ctx: Ctx, documentId: string): Promise<DocumentDto> {
  return withTx(ctx, async (ctx) => {
    const row = await documentInTenant(ctx, documentId);
    demand(ctx, permissionToPrint(row.kind));
    const ids = await printAgain(ctx, [row.id]);
    if (ids.length === 0) return toDocument(row);
    await audit(ctx, {
      action: 'document.reprint',
      entityType: 'document',
      entityId: row.id,
      entityName: row.number,
    });
    await enqueue(ctx, documentPrint, { documentIds: ids });
    return toDocument({ ...row, pdfState: 'pending' });
  });
}
