import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { isUniqueViolation, sql } from '../platform/db';
import { AppError, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockTaxCategory, nameTaken, taxRecord, writeRates } from './internal';
import { taxPolicy } from './policy';
import { faultsOf, inOrder } from './rates';
import { UpdateTaxCategoryInput, type TaxCategoryDto } from './schemas';

async function write(ctx: TxCtx, category: TaxCategoryDto): Promise<void> {
  await ctx.tx
    .execute(
      sql`update tax_categories set name = ${category.name}, exemption_reason = ${category.exemptionReason},
            version = version + 1
          where tenant_id = ${ctx.tenantId}::uuid and id = ${category.id}::uuid`,
    )
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameTaken() : error;
    });
}

/**
 * Changes name, reason or rates. Orders keep the rates that they were written with.
 * @throws AppError `stale`, `invalid`, `conflict` (`tax-name-taken`), `not-found`
 */
export async function updateTaxCategory(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateTaxCategoryInput,
): Promise<TaxCategoryDto> {
  demand(ctx, taxPolicy.write);
  const patch = parse(UpdateTaxCategoryInput, input);
  return withTx(ctx, async (ctx) => {
    const before = await lockTaxCategory(ctx, id);
    if (before.version !== expectedVersion) throw stale();
    const after = { ...before, ...patch };
    const faults = faultsOf(after);
    if (faults.length > 0) throw new AppError('invalid', 'Some fields are not right.', { faults });
    const changes = differences(before, { ...after, rates: inOrder(after.rates) });
    if (Object.keys(changes).length === 0) return before;
    await write(ctx, after);
    if (changes['rates']) await writeRates(ctx, id, after.rates);
    await audit(ctx, taxRecord('update', after, changes));
    return lockTaxCategory(ctx, id);
  });
}
