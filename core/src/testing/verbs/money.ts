import * as invoices from '../../invoices';
import * as ledger from '../../ledger';
import * as payments from '../../payments';
import { list, read, write, type Verb } from './verb';

const item = { title: 'Lantern', quantity: '1', unitPrice: '1' };
const note = { notes: 'changed' };
const period = { from: '2026-01-01', to: '2026-12-31' };

export const invoicesVerbs: Record<string, Verb> = {
  annotateInvoice: write((ctx, { invoice }) => invoices.annotateInvoice(ctx, invoice, 2, note)),
  bulkInvoiceOrders: write((ctx, { order }) => invoices.bulkInvoiceOrders(ctx, { orderIds: [order] })),
  bulkInvoices: write((ctx, { invoiceDraft }) =>
    invoices.bulkInvoices(ctx, { action: 'delete', ids: [invoiceDraft] }),
  ),
  checkInvoice: read((ctx, { invoiceDraft }) => invoices.checkInvoice(ctx, invoiceDraft)),
  createCreditNote: write((ctx, { invoice }) => invoices.createCreditNote(ctx, { invoiceId: invoice })),
  createDeposit: write((ctx, { order }) => invoices.createDeposit(ctx, { orderId: order, percent: '30' })),
  createInvoice: write(
    (ctx, { customer }) => invoices.createInvoice(ctx, { customerId: customer, items: [item] }),
    { abroad: 'invalid' },
  ),
  deleteInvoice: write((ctx, { invoiceDraft }) => invoices.deleteInvoice(ctx, invoiceDraft)),
  getInvoice: read((ctx, { invoice }) => invoices.getInvoice(ctx, invoice)),
  invoiceOrders: write((ctx, { order }) => invoices.invoiceOrders(ctx, { orderIds: [order] })),
  invoiceSums: list((ctx, { customer }) => invoices.invoiceSums(ctx, { customerId: customer })),
  invoiceableOf: read((ctx, { order }) => invoices.invoiceableOf(ctx, order)),
  issueInvoice: write((ctx, { invoiceDraft }) => invoices.issueInvoice(ctx, invoiceDraft)),
  listInvoices: list((ctx) => invoices.listInvoices(ctx, {})),
  previewInvoice: read((ctx, { invoiceDraft }) => invoices.previewInvoice(ctx, invoiceDraft)),
  updateInvoice: write((ctx, { invoiceDraft }) => invoices.updateInvoice(ctx, invoiceDraft, 1, note)),
  voidInvoice: write((ctx, { invoice }) => invoices.voidInvoice(ctx, invoice, { reason: 'wrong' })),
};

export const ledgerVerbs: Record<string, Verb> = {
  verifyLedger: { ...list((ctx) => ledger.verifyLedger(ctx)), abroad: 'own', open: true },
};

export const paymentsVerbs: Record<string, Verb> = {
  allocatePayment: write((ctx, { payment, issued }) =>
    payments.allocatePayment(ctx, payment, { allocations: [{ invoiceId: issued, amount: '1' }] }),
  ),
  applyCreditNote: write(
    (ctx, { issued, creditNote }) =>
      payments.applyCreditNote(ctx, { creditNoteId: creditNote, invoiceId: issued, amount: '1' }),
    { abroad: 'invalid' },
  ),
  applyCreditNotes: write(
    (ctx, { issued, creditNote }) =>
      payments.applyCreditNotes(ctx, {
        credits: [{ creditNoteId: creditNote, invoiceId: issued, amount: '1' }],
      }),
    { abroad: 'invalid' },
  ),
  confirmSureMatches: write((ctx, { movement }) => payments.confirmSureMatches(ctx, { ids: [movement] })),
  confirmTransaction: write((ctx, { movement }) => payments.confirmTransaction(ctx, movement, {})),
  customerAccount: read((ctx, { customer }) => payments.customerAccount(ctx, customer)),
  customerStatement: read((ctx, { customer }) => payments.customerStatement(ctx, customer, period)),
  getPayment: read((ctx, { payment }) => payments.getPayment(ctx, payment)),
  listOpenDocuments: list((ctx, { customer }) => payments.listOpenDocuments(ctx, { customerId: customer })),
  listPayments: list((ctx) => payments.listPayments(ctx)),
  proposeMatches: read((ctx, { movement }) => payments.proposeMatches(ctx, { ids: [movement] })),
  recordPayment: write(
    (ctx, { issued }) =>
      payments.recordPayment(ctx, {
        currency: 'GBP',
        amount: '1',
        allocations: [{ invoiceId: issued, amount: '1' }],
      }),
    { abroad: 'invalid' },
  ),
  refundPayment: write((ctx, { payment }) =>
    payments.refundPayment(ctx, { paymentId: payment, amount: '1' }),
  ),
  takeBackAllocation: write((ctx, { allocation }) => payments.takeBackAllocation(ctx, allocation)),
  voidPayment: write((ctx, { payment }) => payments.voidPayment(ctx, payment, { reason: 'typo' })),
  writeCustomerStatement: write((ctx, { customer }) =>
    payments.writeCustomerStatement(ctx, customer, period),
  ),
  writeOffDifference: write(
    (ctx, { issued }) =>
      payments.writeOffDifference(ctx, { invoiceId: issued, amount: '1', kind: 'bank_fee' }),
    { abroad: 'invalid' },
  ),
};
