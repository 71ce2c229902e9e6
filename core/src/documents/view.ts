import type { Ctx } from '../platform/context';
import { getDocument, type FullDocument } from './get';
import { documentPage } from './layout';
import { documentLogo } from './logo';
import type { DocumentPage } from './schemas';

/** A document with its sheet as screens show it. @throws AppError `not-found` */
export async function viewDocument(
  ctx: Ctx,
  documentId: string,
): Promise<FullDocument & { page: DocumentPage }> {
  const document = await getDocument(ctx, documentId);
  const { number, snapshot } = document;
  const logo = await documentLogo(snapshot.brand);
  return { ...document, page: documentPage(number, snapshot, { logo }) };
}
