import { audit, type Changes } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { accountColumns } from './get';
import type { BankAccountDto } from './schemas';

/** Makes changes of a company's accounts wait for each other: which one is the default is a matter of all of them. */
export async function lockAccounts(ctx: TxCtx): Promise<BankAccountDto[]> {
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`bank-accounts:${ctx.tenantId}`}, 0))`,
  );
  return ctx.tx.query<BankAccountDto>(sql`
    select ${accountColumns} from bank_accounts where tenant_id = ${ctx.tenantId}::uuid`);
}

/** @throws AppError `not-found`, also for another company's */
export async function accountInTenant(ctx: TxCtx, id: string): Promise<BankAccountDto> {
  const [row] = isId(id)
    ? await ctx.tx.query<BankAccountDto>(sql`
        select ${accountColumns} from bank_accounts where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`)
    : [];
  if (!row) throw notFound('bank account');
  return row;
}

/** No account is the default one; the next statement makes another one so. */
export async function unsetDefaultAccount(ctx: TxCtx): Promise<void> {
  await ctx.tx.execute(sql`
    update bank_accounts set is_default = false, version = version + 1
    where tenant_id = ${ctx.tenantId}::uuid and is_default`);
}

export const auditAccount = (
  ctx: TxCtx,
  verb: 'create' | 'update' | 'archive' | 'restore' | 'set-default',
  account: Pick<BankAccountDto, 'id' | 'name'>,
  changes: Changes,
): Promise<void> =>
  audit(ctx, {
    action: `bank-account.${verb}`,
    entityType: 'bank-account',
    entityId: account.id,
    entityName: account.name,
    changes,
  });
