'use server';

import { listRecurringInvoices } from '@countinghouse/core/recurring-invoices';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { seriesShape } from './_components/series-columns';
import { recurringInput, recurringQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreRecurring({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = recurringQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    seriesShape(tenant, readerOf(company)),
    listRecurringInvoices(company.ctx, recurringInput(query)),
  ]);
  return { rows: <Rows {...shape} rows={page.rows} />, nextCursor: page.nextCursor };
}
