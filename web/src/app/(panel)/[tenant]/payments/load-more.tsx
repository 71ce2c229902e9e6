'use server';

import { listPayments } from '@countinghouse/core/payments';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { paymentShape, standardColumns } from './_components/payment-columns';
import { paymentsInput, paymentsQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMorePayments({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = paymentsQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    paymentShape(tenant, readerOf(company)),
    listPayments(company.ctx, paymentsInput(query)),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
