export { checkEInvoice } from './check';
export * from './schemas';
