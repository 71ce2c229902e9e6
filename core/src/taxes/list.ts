import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { taxCategoryColumns, toTaxCategory, type TaxCategoryRow } from './internal';
import { taxPolicy } from './policy';
import { ListTaxCategoriesInput, type TaxCategoryDto } from './schemas';

/** Every tax category of the company with all its rates: the default first, then in the order of making. */
export async function listTaxCategories(
  ctx: Ctx,
  input: ListTaxCategoriesInput = {},
): Promise<TaxCategoryDto[]> {
  demand(ctx, taxPolicy.read);
  const { archived } = parse(ListTaxCategoriesInput, input);
  const rows = await readOne<TaxCategoryRow>(
    ctx,
    sql`select ${taxCategoryColumns} from tax_categories c
        where c.tenant_id = ${ctx.tenantId}::uuid
          and (${archived} = 'all' or (c.archived_at is not null) = (${archived} = 'true'))
        order by c.is_default desc, c.created_at, c.id`,
  );
  return rows.map(toTaxCategory);
}

/** @throws AppError `not-found`, also for another company's */
export async function getTaxCategory(ctx: Ctx, id: string): Promise<TaxCategoryDto> {
  demand(ctx, taxPolicy.read);
  if (!isId(id)) throw notFound('tax category');
  const [row] = await readOne<TaxCategoryRow>(
    ctx,
    sql`select ${taxCategoryColumns} from tax_categories c
        where c.tenant_id = ${ctx.tenantId}::uuid and c.id = ${id}::uuid`,
  );
  if (!row) throw notFound('tax category');
  return toTaxCategory(row);
}
