import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { accountInTenant } from './account-internal';
import { accountColumns } from './get';
import { companyPolicy } from './policy';
import { ListBankAccountsInput, type BankAccountDto } from './schemas';

/** All bank accounts of the company, the default one first. */
export async function listBankAccounts(
  ctx: Ctx,
  input: ListBankAccountsInput = {},
): Promise<BankAccountDto[]> {
  demand(ctx, companyPolicy.read);
  const { archived } = parse(ListBankAccountsInput, input);
  return readOne<BankAccountDto>(
    ctx,
    sql`select ${accountColumns} from bank_accounts
        where tenant_id = ${ctx.tenantId}::uuid
          and (${archived} = 'all' or (archived_at is not null) = (${archived} = 'true'))
        order by is_default desc, archived_at nulls first, name, id`,
  );
}

/** @throws AppError `not-found`, also for another company's */
export async function getBankAccount(ctx: Ctx, id: string): Promise<BankAccountDto> {
  demand(ctx, companyPolicy.read);
  return withTx(ctx, (ctx) => accountInTenant(ctx, id));
}
