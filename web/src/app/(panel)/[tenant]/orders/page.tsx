import type { Metadata } from 'next';
import { listOrders } from '@countinghouse/core/orders';
import { orderKinds, orderStatuses } from '@countinghouse/core/orders/states';
import { may } from '@countinghouse/core/platform/permissions';
import { IconFileImport, IconPlus, IconShoppingCart } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../i18n/client-messages';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { PageHeader } from '../../../../ui/page-header';
import { pickColumns } from '../../../../ui/table/address';
import { DataTable } from '../../../../ui/table/data-table';
import type { SearchParams } from '../../../../ui/table/types';
import { ExportButton } from '../_components/export-button';
import { ListFilters, type ListFilter } from '../_components/list-filters';
import { OrderBulk } from './_components/order-bulk';
import { orderShape, standardColumns } from './_components/order-columns';
import { openFilter, ordersInput, ordersQuery } from './list-query';
import { loadMoreOrders } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('list') };
}

async function filters(): Promise<ListFilter[]> {
  const t = await getTranslations('orders');
  const statuses = orderStatuses.map((value) => ({ value: value as string, label: t(`statuses.${value}`) }));
  const kinds = orderKinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return [
    {
      name: 'status',
      label: t('filters.status'),
      type: 'choice',
      any: t('any'),
      options: [{ value: openFilter, label: t('open') }, ...statuses],
    },
    { name: 'kind', label: t('filters.kind'), type: 'choice', any: t('any'), options: kinds },
    { name: 'placedFrom', label: t('filters.from'), type: 'date' },
    { name: 'placedTo', label: t('filters.to'), type: 'date' },
    { name: 'tag', label: t('filters.tag'), type: 'text' },
    {
      name: 'archived',
      label: t('filters.archived'),
      type: 'choice',
      any: t('filters.no'),
      options: [
        { value: 'true', label: t('filters.yes') },
        { value: 'all', label: t('filters.all') },
      ],
    },
  ];
}

async function Empty({ tenant, filtered, writes }: { tenant: string; filtered: boolean; writes: boolean }) {
  const t = await getTranslations('orders');
  if (filtered) {
    return (
      <EmptyState
        title={t('empty.noneFound')}
        actions={<ButtonLink href="?">{t('empty.clear')}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={IconShoppingCart}
      title={t('empty.title')}
      actions={
        writes && (
          <>
            <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/orders/new`}>
              {t('new')}
            </ButtonLink>
            <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
              {t('import')}
            </ButtonLink>
          </>
        )
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}

export default async function OrdersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = ordersQuery(search);
  const reader = readerOf(company);
  const [t, shape, page, shown] = await Promise.all([
    getTranslations('orders'),
    orderShape(tenant, reader),
    orNotFound(listOrders(ctx, ordersInput(query))),
    filters(),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  const writes = may(ctx.actor, 'orders:write');
  const keep = { sort: query.sort, ...(query.columns && { columns: query.columns }) };
  return (
    <>
      <PageHeader
        title={t('list')}
        actions={
          <>
            {may(ctx.actor, 'imports:write') && (
              <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
                {t('import')}
              </ButtonLink>
            )}
            {may(ctx.actor, 'exports:write') && (
              <ClientMessages areas={['exports']}>
                <ExportButton
                  tenant={tenant}
                  resource="orders"
                  filters={query.filters}
                  sort={query.sort}
                  columns={columns.map((column) => column.key)}
                />
              </ClientMessages>
            )}
          </>
        }
        primary={
          writes && (
            <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/orders/new`}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <ListFilters
        key={JSON.stringify(query.filters)}
        values={query.filters}
        searchLabel={t('search')}
        filters={shown}
        keep={keep}
      />
      <DataTable
        {...shape}
        columns={columns}
        rows={page.rows}
        label={t('list')}
        search={search}
        sort={query.sort}
        nextCursor={page.nextCursor}
        loadMore={loadMoreOrders}
        numberFormat={reader.numberFormat}
        bulk={
          writes && (
            <ClientMessages areas={['orders']}>
              <OrderBulk tenant={tenant} />
            </ClientMessages>
          )
        }
        empty={<Empty tenant={tenant} filtered={Object.keys(query.filters).length > 0} writes={writes} />}
      />
    </>
  );
}
