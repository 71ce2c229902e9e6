import type { Metadata } from 'next';
import { listOrders } from '@countinghouse/core/orders';
import { may } from '@countinghouse/core/platform/permissions';
import { IconShoppingCart } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { SearchParams } from '../../../../ui/table/types';
import { RecordBulk } from '../_components/record-bulk';
import { RecordList } from '../_components/record-list';
import { bulkOrdersAction } from './actions';
import { CancelOrders } from './_components/cancel-orders';
import { InvoiceOrders } from './_components/invoice-orders';
import { orderShape, standardColumns } from './_components/order-columns';
import { orderFilters } from './_components/order-filters';
import { ordersInput, ordersQuery } from './list-query';
import { loadMoreOrders } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('list') };
}

export default async function OrdersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = ordersQuery(search);
  const reader = readerOf(company);
  const [shape, page, { filters, presets }] = await Promise.all([
    orderShape(tenant, reader),
    orNotFound(listOrders(ctx, ordersInput(query))),
    orderFilters(ctx, tenant, query.filters),
  ]);
  return (
    <RecordList
      area="orders"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      presets={presets}
      loadMore={loadMoreOrders}
      icon={IconShoppingCart}
      bulkAreas={['invoices.fromOrders']}
      bulk={
        <>
          <RecordBulk
            area="orders"
            tenant={tenant}
            run={bulkOrdersAction}
            archived={query.filters['archived']}
          />
          {may(ctx.actor, 'invoices:write') && <InvoiceOrders tenant={tenant} />}
          <CancelOrders tenant={tenant} />
        </>
      }
    />
  );
}
