'use server';

import { listImports } from '@countinghouse/core/imports';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { importShape } from './_components/import-columns';

/** The next page of the list, as rows to append. */
export async function loadMoreImports({ tenant, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const [shape, page] = await Promise.all([
    importShape(tenant, readerOf(company)),
    listImports(company.ctx, { cursor }),
  ]);
  return { rows: <Rows {...shape} rows={page.rows} />, nextCursor: page.nextCursor };
}
