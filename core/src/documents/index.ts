export { contentHash } from './content-hash';
export { documentPage, documentSheets, sampleSnapshot, titleOf, writing, type Measured } from './layout';
export { documentLogo } from './logo';
export { openDocumentPdf, reprintDocument } from './open-pdf';
export {
  documentsToPrint,
  markPrinted,
  markPrintFailed,
  pdfKey,
  sweepUnprinted,
  type PrintedPdf,
  type PrintOrder,
} from './print';
export { getDocument, type FullDocument } from './get';
export { tradeParts } from './trade';
export { documentInsert, freeze, printLater, writeDocument, type UnnumberedDocument } from './write';
export { viewDocument } from './view';
export * from './schemas';
