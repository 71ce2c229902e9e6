'use server';

import {
  archiveBankAccount,
  createBankAccount,
  restoreBankAccount,
  setDefaultBankAccount,
  updateBankAccount,
} from '@countinghouse/core/company';
import type { CreateBankAccountInput, UpdateBankAccountInput } from '@countinghouse/core/company/schemas';
import { inCompany } from '../../../../../server/action';

const moves = { archive: archiveBankAccount, restore: restoreBankAccount, default: setDefaultBankAccount };
export type AccountMove = keyof typeof moves;

export async function createAccountAction(tenant: string, input: CreateBankAccountInput) {
  return inCompany(tenant, (ctx) => createBankAccount(ctx, input));
}

export async function updateAccountAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateBankAccountInput,
) {
  return inCompany(tenant, (ctx) => updateBankAccount(ctx, id, version, input));
}

export async function moveAccountAction(tenant: string, id: string, move: AccountMove) {
  return inCompany(tenant, (ctx) => moves[move](ctx, id));
}
