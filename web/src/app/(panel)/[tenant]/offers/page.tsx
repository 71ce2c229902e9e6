import type { Metadata } from 'next';
import { listOffers } from '@countinghouse/core/offers';
import { IconFileDescription } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { SearchParams } from '../../../../ui/table/types';
import { RecordBulk } from '../_components/record-bulk';
import { RecordList } from '../_components/record-list';
import { bulkOffersAction } from './actions';
import { BulkMoves } from './_components/bulk-moves';
import { offerShape, standardColumns } from './_components/offer-columns';
import { offerFilters } from './_components/offer-filters';
import { offersInput, offersQuery } from './list-query';
import { loadMoreOffers } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offers');
  return { title: t('list') };
}

export default async function OffersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const query = offersQuery(search);
  const [shape, page, { filters, presets }] = await Promise.all([
    offerShape(tenant, readerOf(company)),
    orNotFound(listOffers(company.ctx, offersInput(query))),
    offerFilters(company.ctx, tenant, query.filters),
  ]);
  return (
    <RecordList
      area="offers"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      presets={presets}
      loadMore={loadMoreOffers}
      icon={IconFileDescription}
      bulk={
        <>
          <RecordBulk
            area="offers"
            tenant={tenant}
            run={bulkOffersAction}
            archived={query.filters['archived']}
          />
          <BulkMoves tenant={tenant} />
        </>
      }
    />
  );
}
