export { draftDocumentMail } from './compose';
export { deliverSending } from './deliver';
export { createDocumentLink, listDocumentLinks, revokeDocumentLink } from './links';
export {
  answerSharedOffer,
  noteSharedView,
  openSharedDocument,
  openSharedPdf,
  openSharedXml,
  type SharedDocument,
  type SharedInvoice,
  type SharedOffer,
} from './open';
export { failSending, recordMailKept, recordMailOutcome } from './outcome';
export { sendDocument } from './send';
export { listSendings } from './sendings';
export * from './schemas';
