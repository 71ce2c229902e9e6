'use server';

import { listReminderLetters } from '@countinghouse/core/reminders';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { Rows } from '../../../../../ui/table/rows';
import type { ListPlace, MoreRows } from '../../../../../ui/table/types';
import { letterShape } from './letter-columns';

/** The next page of the list, as rows to append. */
export async function loadMoreLetters({ tenant, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const [shape, page] = await Promise.all([
    letterShape(tenant, readerOf(company)),
    listReminderLetters(company.ctx, { cursor }),
  ]);
  return { rows: <Rows {...shape} rows={page.rows} />, nextCursor: page.nextCursor };
}
