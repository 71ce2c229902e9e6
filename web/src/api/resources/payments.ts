import {
  allocatePayment,
  applyCreditNote,
  customerAccount,
  customerStatement,
  getPayment,
  listOpenDocuments,
  listPayments,
  recordPayment,
  refundPayment,
  takeBackAllocation,
  voidPayment,
  writeCustomerStatement,
  writeOffDifference,
} from '@countinghouse/core/payments';
import {
  AllocatePaymentInput,
  ApplyCreditInput,
  ListPaymentsInput,
  OpenItemsInput,
  RecordPaymentInput,
  RefundInput,
  StatementInput,
  TakeBackInput,
  VoidPaymentInput,
  WriteOffInput,
} from '@countinghouse/core/payments/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import {
  CustomerAccount,
  CustomerStatement,
  OpenDocuments,
  Payment,
  PaymentDetail,
  WrittenStatement,
} from './payment-schemas';

const tag = 'Payments';
const scope = 'payments:write';
const invoiceId = '019a5b6c-7d8e-7f01-8234-56789abcdef0';

const now = {
  status: 200,
  description: 'The payment as it is now.',
  schema: Payment,
  headers: ['ETag'],
} as const;
const made = { ...now, status: 201, description: 'The payment.', headers: ['ETag', 'Location'] } as const;
const done = { status: 204, description: 'Done.' } as const;

const one: readonly Operation[] = [
  {
    method: 'get',
    path: '/payments/{id}',
    id: 'getPayment',
    tag,
    summary: 'Read a payment and what it settles',
    scope: 'payments:read',
    success: { status: 200, description: 'The payment.', schema: PaymentDetail, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getPayment(ctx, id)),
  },
  {
    method: 'post',
    path: '/payments/{id}/allocate',
    id: 'allocatePayment',
    tag,
    summary: 'Use what is left of a payment',
    scope,
    body: AllocatePaymentInput,
    bodyExample: { allocations: [{ invoiceId, amount: '5000' }] },
    ifMatch: 'optional',
    success: now,
    problems: ['conflict'],
    run: async ({ ctx, id, body, expectedVersion }) =>
      record(await allocatePayment(ctx, id, body as AllocatePaymentInput, expectedVersion)),
  },
  {
    method: 'post',
    path: '/payments/{id}/void',
    id: 'voidPayment',
    tag,
    summary: 'Void a payment',
    description: 'What it settled is open again. A second time changes nothing.',
    scope,
    body: VoidPaymentInput,
    bodyExample: { reason: 'The cheque bounced.' },
    ifMatch: 'optional',
    success: now,
    problems: ['conflict'],
    run: async ({ ctx, id, body, expectedVersion }) =>
      record(await voidPayment(ctx, id, body as VoidPaymentInput, expectedVersion)),
  },
];

const others: readonly Operation[] = [
  {
    method: 'post',
    path: '/refunds',
    id: 'refundPayment',
    tag,
    summary: 'Record money given back',
    description: 'What is left of a credit note, or of a payment.',
    scope,
    body: RefundInput,
    bodyExample: { creditNoteId: invoiceId, amount: '2500' },
    success: made,
    problems: ['conflict', 'not-found'],
    run: async ({ ctx, body }) => created('payments', await refundPayment(ctx, body as RefundInput)),
  },
  {
    method: 'post',
    path: '/write-offs',
    id: 'writeOffDifference',
    tag,
    summary: 'Let a difference go',
    description: 'A fee of the bank, a cash discount, a little that was paid too little.',
    scope,
    body: WriteOffInput,
    bodyExample: { invoiceId, amount: '15', kind: 'bank_fee' },
    success: done,
    problems: ['conflict'],
    run: async ({ ctx, body }) => {
      await writeOffDifference(ctx, body as WriteOffInput);
      return { status: 204 };
    },
  },
  {
    method: 'post',
    path: '/credit-note-uses',
    id: 'applyCreditNote',
    tag,
    summary: 'Let a credit note settle an invoice',
    description: 'Of the same customer and currency.',
    scope,
    body: ApplyCreditInput,
    bodyExample: { creditNoteId: '019a5b6c-7d8e-7f01-8234-56789abcdef1', invoiceId, amount: '2500' },
    success: done,
    problems: ['conflict'],
    run: async ({ ctx, body }) => {
      await applyCreditNote(ctx, body as ApplyCreditInput);
      return { status: 204 };
    },
  },
  {
    method: 'post',
    path: '/allocations/{id}/take-back',
    id: 'takeBackAllocation',
    tag,
    summary: 'Take back what settles a document',
    description: 'By a row of the opposite amount: nothing is deleted.',
    scope,
    body: TakeBackInput,
    bodyOptional: true,
    bodyExample: { reason: 'Belongs to another invoice.' },
    success: done,
    problems: ['conflict'],
    run: async ({ ctx, id, body }) => {
      await takeBackAllocation(ctx, id, body ?? {});
      return { status: 204 };
    },
  },
  {
    method: 'get',
    path: '/open-documents',
    id: 'listOpenDocuments',
    tag,
    summary: 'List what is open',
    description:
      'Invoices to be paid and credit notes that are not used up; the first to be due first, at most 200.',
    scope: 'payments:read',
    query: OpenItemsInput,
    success: { status: 200, description: 'The documents.', schema: OpenDocuments },
    run: async ({ ctx, query }) => ({ status: 200, body: { data: await listOpenDocuments(ctx, query) } }),
  },
];

const accounts: readonly Operation[] = [
  {
    method: 'get',
    path: '/customers/{id}/account',
    id: 'getCustomerAccount',
    tag,
    summary: 'What a customer owes and has',
    scope: 'payments:read',
    success: { status: 200, description: 'Today, by currency.', schema: CustomerAccount },
    run: async ({ ctx, id }) => ({ status: 200, body: await customerAccount(ctx, id) }),
  },
  {
    method: 'get',
    path: '/customers/{id}/statement',
    id: 'getCustomerStatement',
    tag,
    summary: "The statement of a customer's account",
    scope: 'payments:read',
    query: StatementInput,
    success: { status: 200, description: 'The period in one currency.', schema: CustomerStatement },
    problems: ['too-large'],
    run: async ({ ctx, id, query }) => ({
      status: 200,
      body: await customerStatement(ctx, id, query as unknown as StatementInput),
    }),
  },
  {
    method: 'post',
    path: '/customers/{id}/statement',
    id: 'writeCustomerStatement',
    tag,
    summary: "Freeze the statement of a customer's account as a document",
    description: 'It is printed as a PDF, and says the same whatever happens afterwards.',
    scope,
    body: StatementInput,
    bodyExample: { from: '2026-01-01', to: '2026-12-31' },
    success: { status: 201, description: 'The document.', schema: WrittenStatement, headers: ['Location'] },
    problems: ['too-large'],
    run: async ({ ctx, id, body }) => {
      const written = await writeCustomerStatement(ctx, id, body as StatementInput);
      return {
        status: 201,
        headers: { Location: `/api/v1/documents/${written.documentId}` },
        body: written,
      };
    },
  },
];

export const paymentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/payments',
    id: 'listPayments',
    tag,
    summary: 'List payments',
    scope: 'payments:read',
    query: ListPaymentsInput,
    success: { status: 200, description: 'One page of payments.', schema: pageOf(Payment, 'PaymentPage') },
    run: async ({ ctx, query }) => page(await listPayments(ctx, query)),
  },
  {
    method: 'post',
    path: '/payments',
    id: 'recordPayment',
    tag,
    summary: 'Record a payment',
    description: 'With the documents that it settles; what is left stays as credit of the customer.',
    scope,
    body: RecordPaymentInput,
    bodyExample: {
      currency: 'EUR',
      amount: '11900',
      day: '2026-11-21',
      method: 'bank_transfer',
      allocations: [{ invoiceId, amount: '11900' }],
    },
    success: made,
    problems: ['conflict'],
    run: async ({ ctx, body }) => created('payments', await recordPayment(ctx, body as RecordPaymentInput)),
  },
  ...one,
  ...others,
  ...accounts,
];
