import { openImportReport } from '@countinghouse/core/imports';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';

interface RouteContext {
  params: Promise<{ tenant: string; id: string }>;
}

/** The lines that were not imported, as a file, by a link that is good for a minute. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return new Response(null, {
    status: 302,
    headers: { location: await orNotFound(openImportReport(ctx, id)), 'cache-control': 'no-store' },
  });
}
