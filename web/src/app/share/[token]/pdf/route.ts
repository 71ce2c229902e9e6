import { openSharedPdf } from '@countinghouse/core/sharing';
import { leadToFile } from '../../../../server/file-link';

interface RouteContext {
  params: Promise<{ token: string }>;
}

/** The PDF of a link. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { token } = await params;
  return leadToFile(() => openSharedPdf(token));
}
