import { listExports } from '@countinghouse/core/exports';
import { may } from '@countinghouse/core/platform/permissions';
import { requireCompany } from '../../../../../server/session';
import { toTrayItem } from '../tray-item';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

/** The latest downloads of whoever asks, for the tray. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant } = await params;
  const { ctx } = await requireCompany(tenant);
  const rows = may(ctx.actor, 'exports:read') ? (await listExports(ctx, { limit: 6 })).rows : [];
  return Response.json(
    { items: rows.map((row) => toTrayItem(tenant, row)) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
