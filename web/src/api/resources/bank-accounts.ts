import {
  archiveBankAccount,
  createBankAccount,
  getBankAccount,
  listBankAccounts,
  restoreBankAccount,
  setDefaultBankAccount,
  updateBankAccount,
} from '@countinghouse/core/company';
import {
  BankAccountDto,
  CreateBankAccountInput,
  ListBankAccountsInput,
  UpdateBankAccountInput,
} from '@countinghouse/core/company/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';

const BankAccount = BankAccountDto.meta({ id: 'BankAccount' });
const tag = 'Bank accounts';
const now = {
  status: 200,
  description: 'The bank account as it is now.',
  schema: BankAccount,
  headers: ['ETag'],
} as const;

interface Change {
  name: string;
  id: string;
  summary: string;
  run: (ctx: Ctx, id: string) => Promise<BankAccountDto>;
}

const change = ({ name, id, summary, run }: Change): Operation => ({
  method: 'post',
  path: `/bank-accounts/{id}/${name}`,
  id,
  tag,
  summary,
  description: 'A second time changes nothing.',
  scope: 'settings:write',
  success: now,
  run: async ({ ctx, id }) => record(await run(ctx, id)),
});

export const bankAccountOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/bank-accounts',
    id: 'listBankAccounts',
    tag,
    summary: 'List the bank accounts of the company',
    description: 'All of them at once, the default first.',
    scope: 'settings:read',
    query: ListBankAccountsInput,
    success: { status: 200, description: 'The accounts.', schema: pageOf(BankAccount, 'BankAccountPage') },
    run: async ({ ctx, query }) => page({ rows: await listBankAccounts(ctx, query), nextCursor: null }),
  },
  {
    method: 'post',
    path: '/bank-accounts',
    id: 'createBankAccount',
    tag,
    summary: 'Add a bank account',
    description:
      'With an IBAN, or with an account number where there is none. The first one becomes the default.',
    scope: 'settings:write',
    body: CreateBankAccountInput,
    bodyExample: { name: 'Main account', iban: 'GB33BUKB20201555555555', currency: 'GBP' },
    success: { status: 201, description: 'The new one.', schema: BankAccount, headers: ['ETag', 'Location'] },
    run: async ({ ctx, body }) =>
      created('bank-accounts', await createBankAccount(ctx, body as CreateBankAccountInput)),
  },
  {
    method: 'get',
    path: '/bank-accounts/{id}',
    id: 'getBankAccount',
    tag,
    summary: 'Read a bank account',
    scope: 'settings:read',
    success: { status: 200, description: 'The bank account.', schema: BankAccount, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getBankAccount(ctx, id)),
  },
  {
    method: 'patch',
    path: '/bank-accounts/{id}',
    id: 'updateBankAccount',
    tag,
    summary: 'Change a bank account',
    description: 'Documents that exist keep the numbers that they were issued with.',
    scope: 'settings:write',
    body: UpdateBankAccountInput,
    bodyExample: { bic: 'BUKBGB22' },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateBankAccount(ctx, id, expectedVersion ?? 0, body as UpdateBankAccountInput)),
  },
  change({
    name: 'archive',
    id: 'archiveBankAccount',
    summary: 'Archive a bank account',
    run: archiveBankAccount,
  }),
  change({ name: 'restore', id: 'restoreBankAccount', summary: 'Bring it back', run: restoreBankAccount }),
  change({
    name: 'make-default',
    id: 'setDefaultBankAccount',
    summary: 'Make it the one that documents name where none has their currency',
    run: setDefaultBankAccount,
  }),
];
