import { openSharedXml } from '@countinghouse/core/sharing';
import { handOut } from '../../../../server/file-link';

interface RouteContext {
  params: Promise<{ token: string }>;
}

/** The e-invoice of a link. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { token } = await params;
  return handOut(() => openSharedXml(token));
}
