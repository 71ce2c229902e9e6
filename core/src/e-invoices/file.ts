import { getDocument, pdfFileName, type TradeSnapshot } from '../documents';
import type { Ctx } from '../platform/context';
import { conflict } from '../platform/errors';
import { checkEInvoice } from './check';
import type { EInvoiceFile, EInvoiceFormat, EInvoiceProblem } from './schemas';
import { eInvoiceXml } from './write';

async function tradeDocument(
  ctx: Ctx,
  documentId: string,
): Promise<{ number: string; snapshot: TradeSnapshot }> {
  const { number, snapshot } = await getDocument(ctx, documentId);
  if (!('items' in snapshot) || snapshot.kind === 'offer')
    throw conflict('Only invoices and credit notes are e-invoices.', 'e-invoice-kind');
  return { number, snapshot };
}

/**
 * What keeps a document from being a valid e-invoice in a format; empty when it is one.
 * @throws AppError `not-found`, `forbidden`, `conflict` for offers and letters
 */
export async function eInvoiceProblems(
  ctx: Ctx,
  documentId: string,
  format: EInvoiceFormat,
): Promise<EInvoiceProblem[]> {
  return checkEInvoice((await tradeDocument(ctx, documentId)).snapshot, format);
}

/**
 * An issued document as an e-invoice, made of its snapshot: the same bytes each time.
 * @throws AppError `not-found`, `forbidden`, `conflict` for offers and letters, and with the problems in words for a
 * document that would be no valid e-invoice
 */
export async function eInvoiceFile(
  ctx: Ctx,
  documentId: string,
  format: EInvoiceFormat,
): Promise<EInvoiceFile> {
  const { number, snapshot } = await tradeDocument(ctx, documentId);
  const problems = checkEInvoice(snapshot, format);
  if (problems.length > 0) {
    const words = problems.map(({ message }) => message).join(' ');
    throw conflict(`This is no valid e-invoice. ${words}`, 'e-invoice-invalid');
  }
  return {
    fileName: pdfFileName(number).replace(/\.pdf$/, `-${format}.xml`),
    contentType: 'application/xml; charset=utf-8',
    body: eInvoiceXml(format, number, snapshot),
  };
}
