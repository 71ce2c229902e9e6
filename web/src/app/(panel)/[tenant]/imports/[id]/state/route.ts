import { getImport } from '@countinghouse/core/imports';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { toSnapshot } from '../../snapshot';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** How far an import is, for the page that waits for it. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  const snapshot = toSnapshot(await orNotFound(getImport(ctx, id)));
  return Response.json(snapshot, { headers: { 'cache-control': 'no-store' } });
}
