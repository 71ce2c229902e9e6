import type { AuditRecord } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, taken } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { TaxCode, TaxRate } from './rates';
import type { TaxCategoryDto } from './schemas';

export interface TaxCategoryRow {
  id: string;
  version: number;
  code: TaxCode;
  name: string;
  exemptionReason: string | null;
  isDefault: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  rates: TaxRate[];
}

/** A category `c` with its rates in one row. */
export const taxCategoryColumns = sql`
  c.id, c.version, c.code, c.name, c.exemption_reason as "exemptionReason", c.is_default as "isDefault",
  c.archived_at as "archivedAt", c.created_at as "createdAt",
  (select coalesce(jsonb_agg(jsonb_build_object('rate', trim_scale(r.rate)::text, 'validFrom', r.valid_from,
                                                'validTo', r.valid_to) order by r.valid_from), '[]')
   from tax_rates r where r.tenant_id = c.tenant_id and r.tax_category_id = c.id) as rates`;

export const toTaxCategory = (row: TaxCategoryRow): TaxCategoryDto => ({
  id: row.id,
  version: row.version,
  code: row.code,
  name: row.name,
  exemptionReason: row.exemptionReason,
  isDefault: row.isDefault,
  archived: row.archivedAt !== null,
  // jsonb keeps no order of keys; a fixed one makes equal rates equal as text.
  rates: row.rates.map(({ rate, validFrom, validTo }) => ({ rate, validFrom, validTo })),
  createdAt: row.createdAt.toISOString(),
});

/**
 * The category, with every category of the company locked: which one is the default is a matter of all of them.
 * @throws AppError `not-found`, also for another company's
 */
export async function lockTaxCategory(ctx: TxCtx, id: string): Promise<TaxCategoryDto> {
  if (!isId(id)) throw notFound('tax category');
  await lockTaxCategories(ctx);
  const [row] = await ctx.tx.query<TaxCategoryRow>(sql`
    select ${taxCategoryColumns} from tax_categories c
    where c.tenant_id = ${ctx.tenantId}::uuid and c.id = ${id}::uuid`);
  if (!row) throw notFound('tax category');
  return toTaxCategory(row);
}

/** Makes changes of a company's categories wait for each other. */
export async function lockTaxCategories(ctx: TxCtx): Promise<void> {
  await ctx.tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`tax-categories:${ctx.tenantId}`}, 0))`);
}

/** Puts a list of rates in the place of the category's present ones. */
export async function writeRates(ctx: TxCtx, categoryId: string, rates: readonly TaxRate[]): Promise<void> {
  const rows = rates.map((each) => ({ id: newId(), ...each }));
  await ctx.tx.execute(sql`
    delete from tax_rates where tenant_id = ${ctx.tenantId}::uuid and tax_category_id = ${categoryId}::uuid`);
  await ctx.tx.execute(sql`
    insert into tax_rates (id, tenant_id, tax_category_id, rate, valid_from, valid_to)
    select r.id, ${ctx.tenantId}::uuid, ${categoryId}::uuid, r.rate, r."validFrom", r."validTo"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
         as r(id uuid, rate numeric, "validFrom" date, "validTo" date)`);
}

export async function unsetDefault(ctx: TxCtx): Promise<void> {
  await ctx.tx.execute(sql`
    update tax_categories set is_default = false, version = version + 1
    where tenant_id = ${ctx.tenantId}::uuid and is_default`);
}

export const taxRecord = (
  verb: string,
  category: { id: string; name: string },
  changes: NonNullable<AuditRecord['changes']>,
): AuditRecord => ({
  action: `tax-category.${verb}`,
  entityType: 'tax-category',
  entityId: category.id,
  entityName: category.name,
  changes,
});

export const nameTaken = () => taken('name', 'tax-name-taken');
