import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { atMost, keyset, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { productColumns, toProduct, type ProductRow } from './internal';
import { productConditions, productSortKeys, productSource } from './list.sql';
import { productPolicy } from './policy';
import { ListProductsInput, type ProductDto } from './schemas';

/** One page of products, in one round trip. @throws AppError `invalid` for unknown filters and foreign cursors */
export async function listProducts(ctx: Ctx, input: ListProductsInput = {}): Promise<Page<ProductDto>> {
  demand(ctx, productPolicy.read);
  const { limit, cursor, sort, ...filters } = parse(ListProductsInput, input);
  const { after, order, value } = keyset(productSortKeys, sql`p.id`, sort, cursor);
  const rows = await readOne<ProductRow & { sortValue: string }>(
    ctx,
    sql`select ${productColumns}, ${value} as "sortValue" from ${productSource(filters, sort)}
        where ${productConditions(ctx, filters)} and ${after} order by ${order} ${atMost(limit + 1)}`,
    'each-time',
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  return { rows: page.rows.map(toProduct), nextCursor: page.nextCursor };
}
