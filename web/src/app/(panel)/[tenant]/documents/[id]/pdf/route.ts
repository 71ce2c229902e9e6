import { openDocumentPdf } from '@countinghouse/core/documents';
import { leadToFile } from '../../../../../../server/file-link';
import { requireCompany } from '../../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The PDF of a document, for whoever may see the record behind it. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  return leadToFile(async () => openDocumentPdf((await requireCompany(tenant)).ctx, id));
}
