import 'server-only';
import { listTaxCategories } from '@countinghouse/core/taxes';
import type { TaxCategoryDto } from '@countinghouse/core/taxes/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { may } from '@countinghouse/core/platform/permissions';

/** The tax categories of the company, with those that products may still have from before. */
export const taxCategories = async (ctx: Ctx): Promise<TaxCategoryDto[]> =>
  may(ctx.actor, 'settings:read') ? listTaxCategories(ctx, { archived: 'all' }) : [];

/** Names of tax categories by id. */
export const taxNamesOf = (categories: readonly TaxCategoryDto[]): ReadonlyMap<string, string> =>
  new Map(categories.map(({ id, name }) => [id, name]));
