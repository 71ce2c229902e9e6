import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { isUniqueViolation } from '../platform/db';
import { parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { skuTaken } from './create';
import {
  dataOf,
  demandTaxCategories,
  lockProduct,
  searchTextOf,
  toProduct,
  type ProductRow,
} from './internal';
import { productPolicy } from './policy';
import { UpdateProductInput, type ProductData, type ProductDto } from './schemas';

async function write(ctx: TxCtx, { id, version }: ProductRow, data: ProductData): Promise<ProductRow> {
  try {
    return await ctx.tx.db.product.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id }, version },
      data: {
        ...data,
        searchText: searchTextOf(data),
        version: { increment: 1 },
        updatedAt: ctx.clock(),
      },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw skuTaken();
    throw error;
  }
}

/**
 * Changes the given fields; lines of orders keep what they were written with. Nothing happens, and the version
 * stays, when the fields are as they were.
 * @throws AppError `stale`, `conflict` (`sku-taken`), `invalid` for a tax category, `not-found`
 */
export async function updateProduct(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateProductInput,
): Promise<ProductDto> {
  demand(ctx, productPolicy.write);
  const patch = parse(UpdateProductInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockProduct(ctx, id);
    if (row.version !== expectedVersion) throw stale();
    const before = dataOf(row);
    const after = { ...before, ...patch };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return toProduct(row);
    if (changes['taxCategoryId']) {
      await demandTaxCategories(ctx, new Map([[after.taxCategoryId, 'taxCategoryId']]));
    }
    const updated = await write(ctx, row, after);
    const about = { entityType: 'product', entityId: id, entityName: updated.name };
    await audit(ctx, { action: 'product.update', ...about, changes });
    return toProduct(updated);
  });
}
