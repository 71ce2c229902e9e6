export { checkEInvoice } from './check';
export { eInvoiceFile, eInvoiceProblems } from './file';
export { eInvoiceXml } from './write';
export * from './schemas';
