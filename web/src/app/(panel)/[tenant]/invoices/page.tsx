import type { Metadata } from 'next';
import { listInvoices } from '@countinghouse/core/invoices';
import { IconFileInvoice } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { SearchParams } from '../../../../ui/table/types';
import { InvoiceTabs } from '../_components/invoice-tabs';
import { RecordList } from '../_components/record-list';
import { InvoiceBulk } from './_components/invoice-bulk';
import { invoiceShape, standardColumns } from './_components/invoice-columns';
import { invoiceFilters } from './_components/invoice-filters';
import { InvoiceSums } from './_components/invoice-sums';
import { invoicesInput, invoicesQuery } from './list-query';
import { loadMoreInvoices } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invoices');
  return { title: t('list') };
}

export default async function InvoicesPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = invoicesQuery(search);
  const [shape, page, { filters, presets }] = await Promise.all([
    invoiceShape(tenant, readerOf(company)),
    orNotFound(listInvoices(ctx, invoicesInput(query))),
    invoiceFilters(ctx, tenant, query.filters),
  ]);
  return (
    <RecordList
      area="invoices"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      presets={presets}
      loadMore={loadMoreInvoices}
      icon={IconFileInvoice}
      bulk={<InvoiceBulk tenant={tenant} />}
      tabs={<InvoiceTabs tenant={tenant} current="invoices" />}
      summary={
        page.rows.length > 0 && (
          <Suspense>
            <InvoiceSums company={company} filters={query.filters} />
          </Suspense>
        )
      }
    />
  );
}
