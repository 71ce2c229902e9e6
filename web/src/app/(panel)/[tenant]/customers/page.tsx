import type { Metadata } from 'next';
import { listCustomers } from '@countinghouse/core/customers';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react';
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
import { bulkCustomersAction } from './actions';
import { customerShape, standardColumns } from './_components/customer-columns';
import { customerFilters } from './_components/customer-filters';
import { customersInput, customersQuery } from './list-query';
import { loadMoreCustomers } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('list') };
}

interface EmptyProps {
  tenant: string;
  filtered: boolean;
  writes: boolean;
  imports: boolean;
}

async function Empty({ tenant, filtered, writes, imports }: EmptyProps) {
  const t = await getTranslations('customers');
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
      icon={IconUsers}
      title={t('empty.title')}
      actions={
        <>
          {writes && (
            <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/customers/new`}>
              {t('new')}
            </ButtonLink>
          )}
          {imports && (
            <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
              {t('import')}
            </ButtonLink>
          )}
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}

export default async function CustomersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = customersQuery(search);
  const reader = readerOf(company);
  const [t, shape, page, filters] = await Promise.all([
    getTranslations('customers'),
    customerShape(tenant, reader),
    orNotFound(listCustomers(ctx, customersInput(query))),
    customerFilters(tenant, reader.language, query.filters),
  ]);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  const writes = may(ctx.actor, 'customers:write');
  const exports = may(ctx.actor, 'exports:write');
  const exported = {
    tenant,
    resource: 'customers',
    sort: query.sort,
    columns: columns.map((column) => column.key),
  } as const;
  const imports = may(ctx.actor, 'imports:write');
  return (
    <>
      <PageHeader
        title={t('list')}
        actions={
          <>
            {imports && (
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
            <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/customers/new`}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <FilterBar
        filters={filters}
        searchLabel={t('search')}
        dates={{ ...reader, today: localDate(ctx.clock(), company.tenant.timeZone) }}
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
        loadMore={loadMoreCustomers}
        numberFormat={reader.numberFormat}
        bulk={
          <ClientMessages areas={['customers', 'exports']}>
            {writes && (
              <RecordBulk
                area="customers"
                tenant={tenant}
                run={bulkCustomersAction}
                archived={query.filters['archived']}
              />
            )}
            {exports && <ExportSelected {...exported} />}
          </ClientMessages>
        }
        empty={
          <Empty
            tenant={tenant}
            filtered={Object.keys(query.filters).length > 0}
            writes={writes}
            imports={imports}
          />
        }
      />
    </>
  );
}
