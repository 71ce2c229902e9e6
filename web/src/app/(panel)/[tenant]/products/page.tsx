import type { Metadata } from 'next';
import { listProducts } from '@countinghouse/core/products';
import { IconPackage } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import type { SearchParams } from '../../../../ui/table/types';
import { RecordBulk } from '../_components/record-bulk';
import { RecordList } from '../_components/record-list';
import { bulkProductsAction } from './actions';
import { productShape, standardColumns } from './_components/product-columns';
import { productFilters } from './_components/product-filters';
import { productsInput, productsQuery } from './list-query';
import { loadMoreProducts } from './load-more';
import { taxCategories, taxNamesOf } from './tax-names';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('products');
  return { title: t('list') };
}

export default async function ProductsPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = productsQuery(search);
  const reader = readerOf(company);
  const [taxes, page] = await Promise.all([
    taxCategories(ctx),
    orNotFound(listProducts(ctx, productsInput(query))),
  ]);
  const [shape, filters] = await Promise.all([
    productShape(tenant, reader, taxNamesOf(taxes)),
    productFilters(tenant, reader.language, query.filters, taxes),
  ]);
  return (
    <RecordList
      area="products"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      loadMore={loadMoreProducts}
      icon={IconPackage}
      bulk={
        <RecordBulk
          area="products"
          tenant={tenant}
          run={bulkProductsAction}
          archived={query.filters['archived']}
        />
      }
    />
  );
}
