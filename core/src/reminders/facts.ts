import { bankAccounts, companyProfile } from '../company';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { localDate } from '../platform/time';
import { getTenant } from '../tenants';
import { addresseeOf } from './addressee';
import { textsOf } from './internal';
import type { Letter } from './letters';
import type { LetterFacts } from './snapshot';

/** Everything that a letter is written from, as it is now. */
export async function factsOf(ctx: TxCtx, letter: Letter): Promise<LetterFacts> {
  const [tenant, profile, accounts, [level]] = await Promise.all([
    getTenant(ctx),
    companyProfile(ctx),
    bankAccounts(ctx),
    ctx.tx.query<{ texts: unknown }>(sql`
      select texts from reminder_levels
      where tenant_id = ${ctx.tenantId}::uuid and id = ${letter.level.levelId}::uuid`),
  ]);
  const { buyer, language } = await addresseeOf(ctx, letter.customerId, tenant.language);
  return {
    letter,
    texts: textsOf(level?.texts ?? {}),
    language,
    today: localDate(ctx.clock(), tenant.timeZone),
    buyer,
    profile,
    accounts,
  };
}
