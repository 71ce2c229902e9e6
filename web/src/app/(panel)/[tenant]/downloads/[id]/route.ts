import { openExport } from '@countinghouse/core/exports';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The authorised download: permission is asked again, then the browser gets a link that is good for a minute. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return new Response(null, {
    status: 302,
    headers: { location: await orNotFound(openExport(ctx, id)), 'cache-control': 'no-store' },
  });
}
