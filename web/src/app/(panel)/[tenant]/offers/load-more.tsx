'use server';

import { listOffers } from '@countinghouse/core/offers';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { pickColumns } from '../../../../ui/table/address';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { offerShape, standardColumns } from './_components/offer-columns';
import { offersInput, offersQuery } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreOffers({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = offersQuery({ ...Object.fromEntries(new URLSearchParams(search)), cursor });
  const [shape, page] = await Promise.all([
    offerShape(tenant, readerOf(company)),
    listOffers(company.ctx, offersInput(query)),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  return { rows: <Rows {...shape} columns={columns} rows={page.rows} />, nextCursor: page.nextCursor };
}
