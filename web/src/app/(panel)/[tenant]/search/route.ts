import { suggestCustomers } from '@countinghouse/core/customers';
import { listInvoices } from '@countinghouse/core/invoices';
import { listOrders } from '@countinghouse/core/orders';
import { may } from '@countinghouse/core/platform/permissions';
import { suggestProducts } from '@countinghouse/core/products';
import { getTranslations } from 'next-intl/server';
import { requireCompany } from '../../../../server/session';
import type { SearchHit } from '../../../../ui/frame/types';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

const MOST = 5;

/** What the search over everything finds: orders, invoices, customers and products that the reader may see. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant } = await params;
  const { ctx } = await requireCompany(tenant);
  const t = await getTranslations('invoices');
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  if (q.length < 2) return Response.json({ hits: [] });
  const [orders, invoices, customers, products] = await Promise.all([
    may(ctx.actor, 'orders:read') ? listOrders(ctx, { q, limit: MOST }) : { rows: [] },
    may(ctx.actor, 'invoices:read') ? listInvoices(ctx, { q, limit: MOST }) : { rows: [] },
    may(ctx.actor, 'customers:read') ? suggestCustomers(ctx, q) : [],
    may(ctx.actor, 'products:read') ? suggestProducts(ctx, q) : [],
  ]);
  const hits: SearchHit[] = [
    ...orders.rows.map(({ id, number, customer }) => ({
      id,
      kind: 'order' as const,
      title: number,
      ...(customer && { detail: customer.name }),
      href: `/${tenant}/orders/${id}`,
    })),
    ...invoices.rows.map(({ id, kind, number, customer }) => ({
      id,
      kind: 'invoice' as const,
      title: number ?? t(`draftTitles.${kind}`),
      ...(customer && { detail: customer.name }),
      href: `/${tenant}/invoices/${id}`,
    })),
    ...customers.slice(0, MOST).map(({ id, name, city }) => ({
      id,
      kind: 'customer' as const,
      title: name,
      ...(city && { detail: city }),
      href: `/${tenant}/customers/${id}`,
    })),
    ...products.slice(0, MOST).map(({ id, name, sku }) => ({
      id,
      kind: 'product' as const,
      title: name,
      detail: sku,
      href: `/${tenant}/products/${id}`,
    })),
  ];
  return Response.json({ hits }, { headers: { 'cache-control': 'no-store' } });
}
