'use server';

import { listOrders } from '@countinghouse/core/orders';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { orderShape, standardColumns } from './_components/order-columns';
import { ordersInput, ordersQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreOrders({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = ordersQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    orderShape(tenant, readerOf(company)),
    listOrders(company.ctx, ordersInput(query)),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
