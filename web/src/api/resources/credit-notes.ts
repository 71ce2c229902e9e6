import { createCreditNote, getInvoice, listInvoices } from '@countinghouse/core/invoices';
import { CreditInput, ListInvoicesInput } from '@countinghouse/core/invoices/schemas';
import { notFound } from '@countinghouse/core/platform/errors';
import type { z } from 'zod';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { Invoice, InvoiceSummary } from './invoice-schemas';

const tag = 'Credit notes';

const CreditOfInvoice = CreditInput.omit({ invoiceId: true });
type CreditOfInvoice = z.input<typeof CreditOfInvoice>;

/** Credit notes are invoices of a kind of their own; here they are alone. */
export const creditNoteOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/credit-notes',
    id: 'listCreditNotes',
    tag,
    summary: 'List credit notes',
    scope: 'invoices:read',
    query: ListInvoicesInput.omit({ kind: true }),
    success: {
      status: 200,
      description: 'One page of credit notes.',
      schema: pageOf(InvoiceSummary, 'InvoicePage'),
    },
    run: async ({ ctx, query }) => page(await listInvoices(ctx, { ...query, kind: 'credit_note' })),
  },
  {
    method: 'get',
    path: '/credit-notes/{id}',
    id: 'getCreditNote',
    tag,
    summary: 'Read a credit note with its lines',
    description: 'It is issued, declared void and deleted as an invoice is, under `/invoices`.',
    scope: 'invoices:read',
    success: { status: 200, description: 'The credit note.', schema: Invoice, headers: ['ETag'] },
    run: async ({ ctx, id }) => {
      const invoice = await getInvoice(ctx, id);
      if (invoice.kind !== 'credit_note') throw notFound('credit note');
      return record(invoice);
    },
  },
  {
    method: 'post',
    path: '/invoices/{id}/credit-notes',
    id: 'createCreditNote',
    tag,
    problems: ['conflict', 'invalid'],
    summary: 'Credit an invoice',
    description:
      'All that is left of it, or quantities of its lines. The answer is a draft: issue it afterwards.',
    scope: 'invoices:write',
    body: CreditOfInvoice,
    bodyOptional: true,
    bodyExample: { reason: 'Two lanterns came back broken.' },
    success: {
      status: 201,
      description: 'The new draft.',
      schema: Invoice,
      headers: ['ETag', 'Location'],
    },
    run: async ({ ctx, id, body }) =>
      created(
        'invoices',
        await createCreditNote(ctx, { ...(body as CreditOfInvoice | undefined), invoiceId: id }),
      ),
  },
];
