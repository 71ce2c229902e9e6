'use server';

import { listFiles, namesOfSubjects } from '@countinghouse/core/files';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { Rows } from '../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { fileShape } from './_components/file-columns';
import { filesInput } from './list-query';

/** The next page of the list, as rows to append. */
export async function loadMoreFiles({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = Object.fromEntries(new URLSearchParams(search));
  const page = await listFiles(company.ctx, filesInput(query, cursor));
  const names = await namesOfSubjects(company.ctx, page.rows);
  const shape = await fileShape(tenant, readerOf(company), names);
  return { rows: <Rows {...shape} rows={page.rows} />, nextCursor: page.nextCursor };
}
