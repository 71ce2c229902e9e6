'use server';

import { listProducts } from '@countinghouse/core/products';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { productShape, standardColumns } from './_components/product-columns';
import { productsInput, productsQuery } from './list-query';
import { taxCategories, taxNamesOf } from './tax-names';

/** The next page of the list, as rows to append. */
export async function loadMoreProducts({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = productsQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [taxes, page] = await Promise.all([
    taxCategories(company.ctx),
    listProducts(company.ctx, productsInput(query)),
  ]);
  const shape = await productShape(tenant, readerOf(company), taxNamesOf(taxes));
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
