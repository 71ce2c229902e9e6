import { openDocumentPdf } from '@countinghouse/core/documents';
import { checkInvoice, getInvoice, issueInvoice, voidInvoice } from '@countinghouse/core/invoices';
import { VoidInvoiceInput } from '@countinghouse/core/invoices/schemas';
import { conflict } from '@countinghouse/core/platform/errors';
import { record, type Operation } from '../operation';
import { Invoice, IssueProblems } from './invoice-schemas';

const tag = 'Invoices';

const now = {
  status: 200,
  description: 'The invoice as it is now.',
  schema: Invoice,
  headers: ['ETag'],
} as const;

/** What happens to an invoice after it was written. */
export const invoiceMoves: readonly Operation[] = [
  {
    method: 'get',
    path: '/invoices/{id}/check',
    id: 'checkInvoice',
    tag,
    summary: 'Ask what keeps a draft from being issued',
    description: 'Problems of level `error` refuse it; those of level `warning` are only told.',
    scope: 'invoices:read',
    problems: ['conflict'],
    success: { status: 200, description: 'The problems; none when all is well.', schema: IssueProblems },
    run: async ({ ctx, id }) => ({ status: 200, body: { problems: await checkInvoice(ctx, id) } }),
  },
  {
    method: 'post',
    path: '/invoices/{id}/issue',
    id: 'issueInvoice',
    tag,
    summary: 'Issue a draft',
    description:
      'It takes the next number of its series and is frozen for good. Its PDF is printed afterwards.',
    scope: 'invoices:write',
    problems: ['conflict', 'invalid'],
    ifMatch: 'optional',
    success: now,
    run: async ({ ctx, id, expectedVersion }) => record(await issueInvoice(ctx, id, expectedVersion)),
  },
  {
    method: 'post',
    path: '/invoices/{id}/void',
    id: 'voidInvoice',
    tag,
    summary: 'Declare an invoice void',
    description: 'It keeps its number and stays. Not once something was paid on it or credited of it.',
    scope: 'invoices:write',
    problems: ['conflict'],
    body: VoidInvoiceInput,
    bodyExample: { reason: 'Issued twice by mistake.' },
    ifMatch: 'optional',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await voidInvoice(ctx, id, body as VoidInvoiceInput, expectedVersion)),
  },
  {
    method: 'get',
    path: '/invoices/{id}/pdf',
    id: 'downloadInvoicePdf',
    tag,
    problems: ['conflict'],
    summary: 'Download the PDF of an invoice',
    description:
      'With the e-invoice inside (Factur-X). While it is being printed, the answer is a conflict: ask again.',
    scope: 'invoices:read',
    success: {
      status: 302,
      description: 'To the PDF, by a link that is good for a minute.',
      headers: ['Location'],
    },
    run: async ({ ctx, id }) => {
      const { documentId } = await getInvoice(ctx, id);
      if (!documentId) throw conflict('A draft has no PDF.', 'invoice-not-issued');
      return { status: 302, headers: { Location: await openDocumentPdf(ctx, documentId) } };
    },
  },
];
