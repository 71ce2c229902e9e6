import { differences } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { accountInTenant, auditAccount, lockAccounts } from './account-internal';
import { accountFaults } from './account-rules';
import { companyProfile } from './get';
import { companyPolicy } from './policy';
import { UpdateBankAccountInput, type BankAccountDto } from './schemas';

/**
 * Changes the given fields. Documents that exist keep the numbers that they were issued with.
 * @throws AppError `forbidden`, `invalid`, `stale`, `not-found`
 */
export async function updateBankAccount(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateBankAccountInput,
): Promise<BankAccountDto> {
  demand(ctx, companyPolicy.write);
  const { holder, ...patch } = parse(UpdateBankAccountInput, input);
  return withTx(ctx, async (ctx) => {
    await lockAccounts(ctx);
    const before = await accountInTenant(ctx, id);
    if (before.version !== expectedVersion) throw stale();
    const named = holder === undefined ? {} : { holder: holder ?? (await companyProfile(ctx)).legalName };
    const after = { ...before, ...patch, ...named };
    const faults = accountFaults(after);
    if (faults.length > 0) throw new AppError('invalid', 'Some fields are not right.', { faults });
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;
    await ctx.tx.execute(sql`
      update bank_accounts set name = ${after.name}, holder = ${after.holder}, iban = ${after.iban},
        bic = ${after.bic}, bank_name = ${after.bankName}, account_number = ${after.accountNumber},
        bank_code = ${after.bankCode}, currency = ${after.currency}, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    await auditAccount(ctx, 'update', after, changes);
    return accountInTenant(ctx, id);
  });
}
