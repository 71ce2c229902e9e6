import { openExport } from '@countinghouse/core/exports';
import { leadToFile } from '../../../../../server/file-link';
import { requireCompany } from '../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The authorised download: permission is asked again, then the browser gets a link that is good for a minute. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  return leadToFile(async () => openExport((await requireCompany(tenant)).ctx, id));
}
