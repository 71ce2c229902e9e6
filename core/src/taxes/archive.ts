import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockTaxCategory, taxRecord } from './internal';
import { taxPolicy } from './policy';
import type { TaxCategoryDto } from './schemas';

async function change(ctx: Ctx, id: string, archived: boolean): Promise<TaxCategoryDto> {
  demand(ctx, taxPolicy.write);
  return withTx(ctx, async (ctx) => {
    const before = await lockTaxCategory(ctx, id);
    if (before.archived === archived) return before;
    if (before.isDefault) throw conflict('Make another tax category the default first.', 'tax-default');
    const archivedAt = archived ? ctx.clock() : null;
    await ctx.tx.execute(sql`
      update tax_categories set archived_at = ${archivedAt}::timestamptz, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    const changes = { archived: { from: before.archived, to: archived } };
    await audit(ctx, taxRecord(archived ? 'archive' : 'restore', before, changes));
    return lockTaxCategory(ctx, id);
  });
}

/**
 * Takes a category out of choice; what has it keeps it. A second time changes nothing.
 * @throws AppError `conflict` (`tax-default`) for the default category
 */
export const archiveTaxCategory = (ctx: Ctx, id: string): Promise<TaxCategoryDto> => change(ctx, id, true);

export const restoreTaxCategory = (ctx: Ctx, id: string): Promise<TaxCategoryDto> => change(ctx, id, false);
