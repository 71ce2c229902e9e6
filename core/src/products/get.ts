import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { productColumns, toProduct, type ProductRow } from './internal';
import { productPolicy } from './policy';
import type { ProductDto } from './schemas';

/** @throws AppError `not-found`, also for another company's product */
export async function getProduct(ctx: Ctx, id: string): Promise<ProductDto> {
  demand(ctx, productPolicy.read);
  if (!isId(id)) throw notFound('product');
  const [row] = await readOne<ProductRow>(
    ctx,
    sql`select ${productColumns} from products p where p.tenant_id = ${ctx.tenantId}::uuid and p.id = ${id}::uuid`,
  );
  if (!row) throw notFound('product');
  return toProduct(row);
}
