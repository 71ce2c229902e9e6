import { openImportReport } from '@countinghouse/core/imports';
import { leadToFile } from '../../../../../../server/file-link';
import { requireCompany } from '../../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The lines that were not imported, as a file, by a link that is good for a minute. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  return leadToFile(async () => openImportReport((await requireCompany(tenant)).ctx, id));
}
