'use server';

import { listCustomers } from '@countinghouse/core/customers';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { customerShape, standardColumns } from './_components/customer-columns';
import { customersInput, customersQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreCustomers({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = customersQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    customerShape(tenant, readerOf(company)),
    listCustomers(company.ctx, customersInput(query)),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
