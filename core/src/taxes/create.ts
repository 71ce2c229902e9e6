import type { z } from 'zod';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import {
  lockTaxCategories,
  lockTaxCategory,
  nameTaken,
  taxRecord,
  unsetDefault,
  writeRates,
} from './internal';
import { taxPolicy } from './policy';
import { inOrder } from './rates';
import { CreateTaxCategoryInput, type TaxCategoryDto } from './schemas';

type Data = z.output<typeof CreateTaxCategoryInput>;

async function insert(ctx: TxCtx, data: Data, isDefault: boolean): Promise<string> {
  const id = newId();
  if (isDefault) await unsetDefault(ctx);
  const inserted = await ctx.tx.execute(sql`
    insert into tax_categories (id, tenant_id, code, name, exemption_reason, is_default, created_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${data.code}, ${data.name}, ${data.exemptionReason}, ${isDefault},
            ${ctx.clock()})
    on conflict (tenant_id, name) do nothing`);
  if (inserted === 0) throw nameTaken();
  await writeRates(ctx, id, data.rates);
  return id;
}

async function hasDefault(ctx: TxCtx): Promise<boolean> {
  const rows = await ctx.tx.query(sql`
    select 1 from tax_categories where tenant_id = ${ctx.tenantId}::uuid and is_default`);
  return rows.length > 0;
}

/**
 * Adds a tax category with its rates. The first one of a company becomes the default.
 * @throws AppError `invalid` by the rules of EN 16931 for its code, `conflict` (`tax-name-taken`)
 */
export async function createTaxCategory(ctx: Ctx, input: CreateTaxCategoryInput): Promise<TaxCategoryDto> {
  demand(ctx, taxPolicy.write);
  const data = parse(CreateTaxCategoryInput, input);
  return withTx(ctx, async (ctx) => {
    await lockTaxCategories(ctx);
    const id = await insert(ctx, data, data.isDefault || !(await hasDefault(ctx)));
    const created = await lockTaxCategory(ctx, id);
    const { code, name, exemptionReason, isDefault } = created;
    const changes = { code, name, exemptionReason, isDefault, rates: inOrder(data.rates) };
    const asNew = Object.entries(changes).map(([field, to]) => [field, { to }] as const);
    await audit(ctx, taxRecord('create', created, Object.fromEntries(asNew)));
    return created;
  });
}
