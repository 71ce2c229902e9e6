import { suggestCustomers } from '@countinghouse/core/customers';
import { may } from '@countinghouse/core/platform/permissions';
import { requireCompany } from '../../../../../server/session';
import type { FilterOption } from '../../../../../ui/filters/types';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

/** Customers for the filter of a list. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant } = await params;
  const { ctx } = await requireCompany(tenant);
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const found = may(ctx.actor, 'customers:read') ? await suggestCustomers(ctx, q) : [];
  const options: FilterOption[] = found.map(({ id, name, city }) => ({
    value: id,
    label: city ? `${name}, ${city}` : name,
  }));
  return Response.json({ options }, { headers: { 'cache-control': 'no-store' } });
}
