import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { accountInTenant, auditAccount, lockAccounts, unsetDefaultAccount } from './account-internal';
import { accountFaults } from './account-rules';
import { companyProfile } from './get';
import { companyPolicy } from './policy';
import { CreateBankAccountInput, type BankAccountDto } from './schemas';

/**
 * Adds an account that documents ask to be paid to. The first one becomes the default.
 * @throws AppError `forbidden`, `invalid` for an IBAN or BIC that cannot be, or without any number
 */
export async function createBankAccount(ctx: Ctx, input: CreateBankAccountInput): Promise<BankAccountDto> {
  demand(ctx, companyPolicy.write);
  const data = parse(CreateBankAccountInput, input);
  const faults = accountFaults(data);
  if (faults.length > 0) throw new AppError('invalid', 'Some fields are not right.', { faults });
  return withTx(ctx, async (ctx) => {
    const others = await lockAccounts(ctx);
    const isDefault = data.isDefault || !others.some((each) => each.isDefault);
    if (isDefault) await unsetDefaultAccount(ctx);
    const id = newId();
    const holder = data.holder ?? (await companyProfile(ctx)).legalName;
    await ctx.tx.execute(sql`
      insert into bank_accounts (id, tenant_id, name, holder, iban, bic, bank_name, account_number, bank_code,
                                 currency, is_default, created_at)
      values (${id}::uuid, ${ctx.tenantId}::uuid, ${data.name}, ${holder}, ${data.iban}, ${data.bic},
              ${data.bankName}, ${data.accountNumber}, ${data.bankCode}, ${data.currency}, ${isDefault},
              ${ctx.clock()})`);
    const facts = Object.entries({ ...data, holder, isDefault }).filter(([, to]) => to !== null);
    await auditAccount(
      ctx,
      'create',
      { id, name: data.name },
      Object.fromEntries(facts.map(([k, to]) => [k, { to }])),
    );
    return accountInTenant(ctx, id);
  });
}
