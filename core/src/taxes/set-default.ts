import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockTaxCategory, taxRecord, unsetDefault } from './internal';
import { taxPolicy } from './policy';
import type { TaxCategoryDto } from './schemas';

/** Makes a category the one of new products and free lines. @throws AppError `conflict` when it is archived */
export async function setDefaultTaxCategory(ctx: Ctx, id: string): Promise<TaxCategoryDto> {
  demand(ctx, taxPolicy.write);
  return withTx(ctx, async (ctx) => {
    const before = await lockTaxCategory(ctx, id);
    if (before.isDefault) return before;
    if (before.archived) throw conflict('An archived tax category cannot be the default.', 'tax-archived');
    await unsetDefault(ctx);
    await ctx.tx.execute(sql`
      update tax_categories set is_default = true, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    await audit(ctx, taxRecord('set-default', before, { isDefault: { from: false, to: true } }));
    return lockTaxCategory(ctx, id);
  });
}
