import { changeMany } from '../platform/bulk';
import type { Ctx } from '../platform/context';
import { stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockProduct, toProduct } from './internal';
import { productPolicy } from './policy';
import type { ProductDto } from './schemas';

async function change(
  ctx: Ctx,
  action: 'archive' | 'restore',
  id: string,
  expectedVersion?: number,
): Promise<ProductDto> {
  demand(ctx, productPolicy.write);
  return withTx(ctx, async (ctx) => {
    const row = await lockProduct(ctx, id);
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    await changeMany(ctx, { table: 'products', entityType: 'product' }, [id], { action });
    return toProduct(await lockProduct(ctx, id));
  });
}

/** Takes a product out of lists and pickers; its orders stay. A second time changes nothing. */
export const archiveProduct = (ctx: Ctx, id: string, expectedVersion?: number): Promise<ProductDto> =>
  change(ctx, 'archive', id, expectedVersion);

/** Brings an archived product back. */
export const restoreProduct = (ctx: Ctx, id: string, expectedVersion?: number): Promise<ProductDto> =>
  change(ctx, 'restore', id, expectedVersion);
