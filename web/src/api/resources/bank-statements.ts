import {
  getBankStatement,
  getBankTransaction,
  ignoreBankTransaction,
  importBankFile,
  listBankStatements,
  listBankTransactions,
  previewBankFile,
  reopenBankTransaction,
} from '@countinghouse/core/bank-statements';
import {
  BankFileInput,
  ListStatementsInput,
  ListTransactionsInput,
} from '@countinghouse/core/bank-statements/schemas';
import { confirmSureMatches, confirmTransaction, proposeMatches } from '@countinghouse/core/payments';
import { ConfirmSureInput, ConfirmTransactionInput } from '@countinghouse/core/payments/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { BankFilePreview, BankImport, BankStatement, BankTransaction } from './bank-schemas';
import { ConfirmedMatches, Payment, TransactionProposals } from './payment-schemas';

const tag = 'Bank statements';

const file = { fileName: 'statement.xml', content: 'PD94bWwgdmVyc2lvbj0iMS4wIj8+' };

const statementOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/bank-statements',
    id: 'listBankStatements',
    tag,
    summary: 'List imported bank statements',
    scope: 'payments:read',
    query: ListStatementsInput,
    success: {
      status: 200,
      description: 'One page, the newest first.',
      schema: pageOf(BankStatement, 'BankStatementPage'),
    },
    run: async ({ ctx, query }) => page(await listBankStatements(ctx, query)),
  },
  {
    method: 'post',
    path: '/bank-statements',
    id: 'importBankFile',
    tag,
    summary: 'Import a file of a bank',
    description:
      'CAMT.053, MT940, CSV or a workbook, as base64, compressed with gzip where it is large. The same file twice ' +
      'changes nothing; of overlapping files each movement is kept once. A table needs a `mapping` the first time.',
    scope: 'payments:write',
    body: BankFileInput,
    bodyExample: file,
    success: { status: 200, description: 'The statements of the file.', schema: BankImport },
    problems: ['too-large'],
    run: async ({ ctx, body }) => ({ status: 200, body: await importBankFile(ctx, body as BankFileInput) }),
  },
  {
    method: 'post',
    path: '/bank-statements/preview',
    id: 'previewBankFile',
    tag,
    summary: 'Look into a file of a bank',
    description:
      'Changes nothing: says what is in it, what of it is new and what the columns of a table may mean.',
    scope: 'payments:write',
    body: BankFileInput,
    bodyExample: file,
    success: { status: 200, description: 'What the file holds.', schema: BankFilePreview },
    problems: ['too-large'],
    run: async ({ ctx, body }) => ({ status: 200, body: await previewBankFile(ctx, body as BankFileInput) }),
  },
  {
    method: 'get',
    path: '/bank-statements/{id}',
    id: 'getBankStatement',
    tag,
    summary: 'Read a bank statement',
    scope: 'payments:read',
    success: { status: 200, description: 'The statement.', schema: BankStatement },
    run: async ({ ctx, id }) => ({ status: 200, body: await getBankStatement(ctx, id) }),
  },
];

const movement = {
  status: 200,
  description: 'The movement as it is now.',
  schema: BankTransaction,
  headers: ['ETag'],
} as const;

const transactionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/bank-transactions',
    id: 'listBankTransactions',
    tag,
    summary: 'List movements on the bank accounts',
    scope: 'payments:read',
    query: ListTransactionsInput,
    success: {
      status: 200,
      description: 'One page of movements.',
      schema: pageOf(BankTransaction, 'BankTransactionPage'),
    },
    run: async ({ ctx, query }) => page(await listBankTransactions(ctx, query)),
  },
  {
    method: 'post',
    path: '/bank-transactions/confirm-sure',
    id: 'confirmSureMatches',
    tag,
    summary: 'Confirm movements of which it is sure what they are',
    description: 'Each as it stands by then; what is no longer sure is left open and named.',
    scope: 'payments:write',
    body: ConfirmSureInput,
    bodyExample: { ids: ['019a5b6c-7d8e-7f01-8234-56789abcdef0'] },
    success: {
      status: 200,
      description: 'What became payments, and what did not.',
      schema: ConfirmedMatches,
    },
    problems: ['not-found'],
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await confirmSureMatches(ctx, body as ConfirmSureInput),
    }),
  },
  {
    method: 'get',
    path: '/bank-transactions/{id}',
    id: 'getBankTransaction',
    tag,
    summary: 'Read a movement',
    scope: 'payments:read',
    success: { ...movement, description: 'The movement.' },
    run: async ({ ctx, id }) => record(await getBankTransaction(ctx, id)),
  },
  {
    method: 'get',
    path: '/bank-transactions/{id}/proposals',
    id: 'proposeMatches',
    tag,
    summary: 'What a movement may have paid',
    description: 'Ranked, with reasons. Nothing is booked before it is confirmed.',
    scope: 'payments:read',
    success: { status: 200, description: 'The proposals, the best first.', schema: TransactionProposals },
    run: async ({ ctx, id }) => ({ status: 200, body: (await proposeMatches(ctx, { ids: [id] }))[0] }),
  },
  {
    method: 'post',
    path: '/bank-transactions/{id}/confirm',
    id: 'confirmTransaction',
    tag,
    summary: 'Make a movement a payment',
    description:
      'With what it settles; the rest stays as credit. Asked again for the same, the answer is the same.',
    scope: 'payments:write',
    body: ConfirmTransactionInput,
    bodyExample: { allocations: [{ invoiceId: '019a5b6c-7d8e-7f01-8234-56789abcdef0', amount: '11900' }] },
    success: { status: 201, description: 'The payment.', schema: Payment, headers: ['ETag', 'Location'] },
    problems: ['conflict'],
    run: async ({ ctx, id, body }) =>
      created('payments', await confirmTransaction(ctx, id, body as ConfirmTransactionInput)),
  },
  {
    method: 'post',
    path: '/bank-transactions/{id}/ignore',
    id: 'ignoreBankTransaction',
    tag,
    summary: 'Put a movement aside',
    description: 'It is no payment of a customer. A second time changes nothing.',
    scope: 'payments:write',
    ifMatch: 'optional',
    success: movement,
    problems: ['conflict'],
    run: async ({ ctx, id, expectedVersion }) =>
      record(await ignoreBankTransaction(ctx, id, expectedVersion)),
  },
  {
    method: 'post',
    path: '/bank-transactions/{id}/reopen',
    id: 'reopenBankTransaction',
    tag,
    summary: 'Bring a movement back',
    scope: 'payments:write',
    ifMatch: 'optional',
    success: movement,
    problems: ['conflict'],
    run: async ({ ctx, id, expectedVersion }) =>
      record(await reopenBankTransaction(ctx, id, expectedVersion)),
  },
];

export const bankStatementOperations: readonly Operation[] = [
  ...statementOperations,
  ...transactionOperations,
];
