import type { Metadata } from 'next';
import { listOrders } from '@countinghouse/core/orders';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { IconFileImport, IconPlus, IconShoppingCart } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../i18n/client-messages';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { ColumnChooser } from '../../../../ui/filters/column-chooser';
import { FilterBar } from '../../../../ui/filters/filter-bar';
import { PageHeader } from '../../../../ui/page-header';
import { pickColumns } from '../../../../ui/table/address';
import { DataTable } from '../../../../ui/table/data-table';
import type { SearchParams } from '../../../../ui/table/types';
import { ExportButton } from '../_components/export-button';
import { ExportSelected } from '../_components/export-selected';
import { RecordBulk } from '../_components/record-bulk';
import { bulkOrdersAction } from './actions';
import { CancelOrders } from './_components/cancel-orders';
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
  const [t, shape, page, { filters, presets }] = await Promise.all([
    getTranslations('orders'),
    orderShape(tenant, reader),
    orNotFound(listOrders(ctx, ordersInput(query))),
    orderFilters(ctx, tenant, query.filters),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  const writes = may(ctx.actor, 'orders:write');
  const exports = may(ctx.actor, 'exports:write');
  const exported = {
    tenant,
    resource: 'orders',
    sort: query.sort,
    columns: columns.map((column) => column.key),
  } as const;
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
            {exports && (
              <ClientMessages areas={['exports']}>
                <ExportButton {...exported} filters={query.filters} />
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
      <FilterBar
        filters={filters}
        presets={presets}
        searchLabel={t('search')}
        dates={{ ...reader, today: localDate(new Date(), company.tenant.timeZone) }}
      >
        <ColumnChooser
          columns={shape.columns.map(({ key, label }) => ({ key, label }))}
          standard={standardColumns}
        />
      </FilterBar>
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
          <ClientMessages areas={['orders', 'exports']}>
            {writes && (
              <>
                <RecordBulk
                  area="orders"
                  tenant={tenant}
                  run={bulkOrdersAction}
                  archived={query.filters['archived']}
                />
                <CancelOrders tenant={tenant} />
              </>
            )}
            {exports && <ExportSelected {...exported} />}
          </ClientMessages>
        }
        empty={<Empty tenant={tenant} filtered={Object.keys(query.filters).length > 0} writes={writes} />}
      />
    </>
  );
}
