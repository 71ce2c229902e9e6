import type { Ctx } from '../platform/context';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { createTaxCategory } from './create';
import { defaultTaxes } from './defaults';
import { lockTaxCategories } from './internal';
import { listTaxCategories } from './list';
import { taxPolicy } from './policy';
import type { TaxCategoryDto } from './schemas';

/**
 * Gives a new company the tax categories of its country, named in its language. A company that has categories
 * keeps those as they are.
 */
export async function createDefaultTaxes(
  ctx: Ctx,
  country: string | null,
  language?: string,
): Promise<TaxCategoryDto[]> {
  demand(ctx, taxPolicy.write);
  return withTx(ctx, async (ctx) => {
    await lockTaxCategories(ctx);
    const present = await listTaxCategories(ctx, { archived: 'all' });
    if (present.length > 0) return present;
    for (const category of defaultTaxes(country, language)) await createTaxCategory(ctx, category);
    return listTaxCategories(ctx);
  });
}
