import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { readOne } from '../platform/tx';
import { rateOn, type TaxCode, type TaxRate } from './rates';

/** The taxes of a company, to be looked up without the database. */
export interface TaxTable {
  /** The category of lines that name none. */
  defaultCategoryId: string;
  /** Code and rate in percent on a local date (YYYY-MM-DD); undefined for foreign ids and dates without a rate. */
  find(categoryId: string, date: string): { code: TaxCode; rate: string } | undefined;
}

interface Row {
  id: string;
  code: TaxCode;
  isDefault: boolean;
  rates: TaxRate[];
}

/**
 * All categories, archived ones too, by one statement. Read each time, not kept: that costs a fraction of a
 * millisecond in a transaction that is open anyway, and a changed rate holds at once in every process.
 * @throws AppError `conflict` (`no-taxes`) when the company has no tax category
 */
export async function loadTaxTable(ctx: Ctx): Promise<TaxTable> {
  const rows = await readOne<Row>(
    ctx,
    sql`select c.id, c.code, c.is_default as "isDefault",
               (select coalesce(json_agg(json_build_object('rate', trim_scale(r.rate)::text, 'validFrom', r.valid_from,
                                                           'validTo', r.valid_to)), '[]')
                from tax_rates r where r.tenant_id = c.tenant_id and r.tax_category_id = c.id) as rates
        from tax_categories c where c.tenant_id = ${ctx.tenantId}::uuid`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const standard = rows.find((row) => row.isDefault);
  if (!standard)
    throw conflict('The company has no tax categories yet. Add one in the settings.', 'no-taxes');
  return {
    defaultCategoryId: standard.id,
    find(categoryId, date) {
      const category = byId.get(categoryId);
      const found = category && rateOn(category.rates, date);
      return found && { code: category.code, rate: found.rate };
    },
  };
}
