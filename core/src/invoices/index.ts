export {
  allocate,
  allocateCredit,
  type AllocatedInvoice,
  type NewAllocation,
} from './allocate';
export { bulkInvoiceOrders, bulkInvoices, type BulkInvoicesResult } from './bulk';
export { createInvoice, type InvoiceOrigin } from './create';
export { createCreditNote } from './credit';
export { deleteInvoice } from './delete';
export { createDeposit } from './deposit';
export { invoiceOrders } from './from-orders';
export { getInvoice } from './get';
export { invoiceableOf, type Invoiceable } from './invoiceable';
export { checkInvoice, issueInvoice } from './issue';
export { invoiceSums, listInvoices, type InvoiceSums } from './list';
export { invoiceConditions, invoiceOrder, invoiceSource } from './list.sql';
export { previewInvoice, type InvoicePreview } from './preview';
export * from './schemas';
export * from './states';
export { annotateInvoice, updateInvoice } from './update';
export { voidInvoice } from './void';
