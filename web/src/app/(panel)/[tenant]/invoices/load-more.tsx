'use server';

import { listInvoices } from '@countinghouse/core/invoices';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { invoiceShape, standardColumns } from './_components/invoice-columns';
import { invoicesInput, invoicesQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreInvoices({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = invoicesQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    invoiceShape(tenant, readerOf(company)),
    listInvoices(company.ctx, invoicesInput(query)),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
