import type { Metadata } from 'next';
import { listCustomers } from '@countinghouse/core/customers';
import { IconUsers } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { SearchParams } from '../../../../ui/table/types';
import { RecordBulk } from '../_components/record-bulk';
import { RecordList } from '../_components/record-list';
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

export default async function CustomersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = customersQuery(search);
  const reader = readerOf(company);
  const [shape, page, filters] = await Promise.all([
    customerShape(tenant, reader),
    orNotFound(listCustomers(ctx, customersInput(query))),
    customerFilters(tenant, reader.language, query.filters),
  ]);
  return (
    <RecordList
      area="customers"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      loadMore={loadMoreCustomers}
      icon={IconUsers}
      bulk={
        <RecordBulk
          area="customers"
          tenant={tenant}
          run={bulkCustomersAction}
          archived={query.filters['archived']}
        />
      }
    />
  );
}
