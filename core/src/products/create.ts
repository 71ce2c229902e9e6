import type { Ctx } from '../platform/context';
import { AppError, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { complete, insertProductRows } from './insert.sql';
import { toProduct } from './internal';
import { productPolicy } from './policy';
import { CreateProductInput, type ProductDto } from './schemas';

export const skuTaken = () =>
  new AppError('conflict', 'Another product has this SKU.', {
    reason: 'sku-taken',
    faults: [{ path: 'sku', message: 'is taken by another product' }],
  });

/** @throws AppError `conflict` (`sku-taken`), `invalid` for a tax category that is not the company's or archived */
export async function createProduct(ctx: Ctx, input: CreateProductInput): Promise<ProductDto> {
  demand(ctx, productPolicy.write);
  const data = parse(CreateProductInput, input);
  return withTx(ctx, async (ctx) => {
    const [row] = await insertProductRows(ctx, await complete(ctx, [data], () => 'taxCategoryId'));
    if (!row) throw skuTaken();
    return toProduct(row);
  });
}
