import { openFile } from '@countinghouse/core/files';
import { leadToFile } from '../../../../../server/file-link';
import { requireCompany } from '../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The authorised download: who may see the record may have the bytes, by a link that is good for a minute. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  return leadToFile(async () => openFile((await requireCompany(tenant)).ctx, id));
}
