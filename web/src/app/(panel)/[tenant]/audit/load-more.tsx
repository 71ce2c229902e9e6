'use server';

import { listAudit } from '@countinghouse/core/audit-log';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { ListPlace, MoreRows } from '../../../../ui/table/types';
import { AuditRows } from './_components/audit-rows';
import { auditInput } from './audit-query';

/** The next page of the log, as rows to append. */
export async function loadMoreAudit({ tenant, search, cursor }: ListPlace): Promise<MoreRows> {
  const company = await requireCompany(tenant);
  const query = { ...Object.fromEntries(new URLSearchParams(search)), cursor };
  const page = await listAudit(company.ctx, auditInput(query, company.timeZone));
  return { rows: <AuditRows lines={page.rows} reader={readerOf(company)} />, nextCursor: page.nextCursor };
}
