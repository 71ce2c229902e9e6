import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { accountInTenant, auditAccount, lockAccounts, unsetDefaultAccount } from './account-internal';
import { companyPolicy } from './policy';
import type { BankAccountDto } from './schemas';

async function setArchived(ctx: Ctx, id: string, archived: boolean): Promise<BankAccountDto> {
  demand(ctx, companyPolicy.write);
  return withTx(ctx, async (ctx) => {
    const all = await lockAccounts(ctx);
    const before = await accountInTenant(ctx, id);
    if (before.archived === archived) return before;
    const othersInUse = all.some((each) => each.id !== id && !each.archived);
    if (before.isDefault && othersInUse)
      throw conflict('Make another bank account the default first.', 'account-default');
    const becomesDefault = !archived && !all.some((each) => each.isDefault);
    await ctx.tx.execute(sql`
      update bank_accounts set archived_at = ${archived ? ctx.clock() : null}::timestamptz,
        is_default = ${becomesDefault}, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    const changes = { archived: { from: before.archived, to: archived } };
    await auditAccount(ctx, archived ? 'archive' : 'restore', before, changes);
    return accountInTenant(ctx, id);
  });
}

/**
 * Takes an account out of use; documents that name it keep it. A second time changes nothing.
 * @throws AppError `forbidden`, `not-found`, `conflict` (`account-default`) for the default one beside others
 */
export const archiveBankAccount = (ctx: Ctx, id: string): Promise<BankAccountDto> =>
  setArchived(ctx, id, true);

export const restoreBankAccount = (ctx: Ctx, id: string): Promise<BankAccountDto> =>
  setArchived(ctx, id, false);

/**
 * Makes an account the one that documents name where none has their currency.
 * @throws AppError `forbidden`, `not-found`, `conflict` (`account-archived`)
 */
export async function setDefaultBankAccount(ctx: Ctx, id: string): Promise<BankAccountDto> {
  demand(ctx, companyPolicy.write);
  return withTx(ctx, async (ctx) => {
    await lockAccounts(ctx);
    const before = await accountInTenant(ctx, id);
    if (before.isDefault) return before;
    if (before.archived)
      throw conflict('An archived bank account cannot be the default.', 'account-archived');
    await unsetDefaultAccount(ctx);
    await ctx.tx.execute(sql`
      update bank_accounts set is_default = true, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    await auditAccount(ctx, 'set-default', before, { isDefault: { from: false, to: true } });
    return accountInTenant(ctx, id);
  });
}
