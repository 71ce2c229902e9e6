import {
  annotateInvoice,
  bulkInvoices,
  createInvoice,
  deleteInvoice,
  getInvoice,
  listInvoices,
  updateInvoice,
} from '@countinghouse/core/invoices';
import {
  AnnotateInvoiceInput,
  BulkInvoicesInput,
  CreateInvoiceInput,
  ListInvoicesInput,
  UpdateInvoiceInput,
} from '@countinghouse/core/invoices/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { creditNoteOperations } from './credit-notes';
import { InvoicesChanged } from './bulk';
import { Invoice, InvoiceSummary } from './invoice-schemas';
import { invoiceMoves } from './invoice-moves';
import { orderInvoiceOperations } from './order-invoices';

const tag = 'Invoices';

const example = {
  currency: 'EUR',
  buyerReference: 'Ms Hawthorn',
  deliveryFrom: '2026-11-10',
  paymentTermsDays: 14,
  items: [
    { title: 'Heart T-light holder, white', quantity: '48', unitPrice: '2.55' },
    { title: 'Carriage', quantity: '1', unitPrice: '18' },
  ],
  tags: ['web'],
};

const now = {
  status: 200,
  description: 'The invoice as it is now.',
  schema: Invoice,
  headers: ['ETag'],
} as const;

export const invoiceOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/invoices',
    id: 'listInvoices',
    tag,
    summary: 'List invoices',
    description: 'Invoices, deposit invoices and credit notes; drafts first, then the newest.',
    scope: 'invoices:read',
    query: ListInvoicesInput,
    success: {
      status: 200,
      description: 'One page of invoices.',
      schema: pageOf(InvoiceSummary, 'InvoicePage'),
    },
    run: async ({ ctx, query }) => page(await listInvoices(ctx, query)),
  },
  {
    method: 'post',
    path: '/invoices',
    id: 'createInvoice',
    tag,
    summary: 'Write an invoice',
    description:
      'A draft that stems from no order; with `kind` `credit_note` a credit note that stands alone. Issue it afterwards.',
    scope: 'invoices:write',
    body: CreateInvoiceInput,
    bodyExample: example,
    success: { status: 201, description: 'The new draft.', schema: Invoice, headers: ['ETag', 'Location'] },
    run: async ({ ctx, body }) => created('invoices', await createInvoice(ctx, body as CreateInvoiceInput)),
  },
  {
    method: 'post',
    path: '/invoices/bulk',
    id: 'bulkInvoices',
    tag,
    problems: ['not-found'],
    summary: 'Change many invoices at once',
    description:
      'Issues or deletes drafts, adds or removes a tag. Each on its own: what is refused stays as it is.',
    scope: 'invoices:write',
    body: BulkInvoicesInput,
    bodyExample: { action: 'add-tag', tag: 'web', ids: ['019a5b6c-7d8e-7f01-8234-56789abcdef0'] },
    success: { status: 200, description: 'What was changed.', schema: InvoicesChanged },
    run: async ({ ctx, body }) => ({ status: 200, body: await bulkInvoices(ctx, body as BulkInvoicesInput) }),
  },
  {
    method: 'get',
    path: '/invoices/{id}',
    id: 'getInvoice',
    tag,
    summary: 'Read an invoice with its lines',
    scope: 'invoices:read',
    success: { status: 200, description: 'The invoice.', schema: Invoice, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getInvoice(ctx, id)),
  },
  {
    method: 'patch',
    path: '/invoices/{id}',
    id: 'updateInvoice',
    tag,
    summary: 'Change a draft',
    description:
      'Only the fields that are given change. `items`, where given, is the whole new list; lines keep their `id`.',
    scope: 'invoices:write',
    problems: ['conflict'],
    body: UpdateInvoiceInput,
    bodyExample: { buyerReference: '04011000-12345-67' },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateInvoice(ctx, id, expectedVersion ?? 0, body as UpdateInvoiceInput)),
  },
  {
    method: 'patch',
    path: '/invoices/{id}/notes',
    id: 'annotateInvoice',
    tag,
    summary: 'Change what stands beside an invoice',
    description: 'Notes, tags, and whether reminders are paused; also after it was issued.',
    scope: 'invoices:write',
    body: AnnotateInvoiceInput,
    bodyExample: { remindersPaused: true },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await annotateInvoice(ctx, id, expectedVersion ?? 0, body as AnnotateInvoiceInput)),
  },
  {
    method: 'delete',
    path: '/invoices/{id}',
    id: 'deleteInvoice',
    tag,
    summary: 'Delete a draft',
    description: 'What is issued is never deleted: declare it void, or credit it.',
    scope: 'invoices:write',
    problems: ['conflict'],
    ifMatch: 'optional',
    success: { status: 204, description: 'It is gone.' },
    run: async ({ ctx, id, expectedVersion }) => {
      await deleteInvoice(ctx, id, expectedVersion);
      return { status: 204 };
    },
  },
  ...invoiceMoves,
  ...orderInvoiceOperations,
  ...creditNoteOperations,
];
