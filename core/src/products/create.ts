import type { Ctx } from '../platform/context';
import { parse, taken } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { complete, insertProductRows } from './insert.sql';
import { toProduct } from './internal';
import { productPolicy } from './policy';
import { CreateProductInput, type ProductDto } from './schemas';

export const skuTaken = () => taken('sku', 'sku-taken');

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
