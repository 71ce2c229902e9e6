import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { listRecurringInvoices } from '@countinghouse/core/recurring-invoices';
import { recurringStates } from '@countinghouse/core/recurring-invoices/states';
import { IconPlus, IconRepeat } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { FilterBar } from '../../../../ui/filters/filter-bar';
import { PageHeader } from '../../../../ui/page-header';
import { DataTable } from '../../../../ui/table/data-table';
import type { SearchParams } from '../../../../ui/table/types';
import { InvoiceTabs } from '../_components/invoice-tabs';
import { seriesShape } from './_components/series-columns';
import { recurringInput, recurringQuery } from './list-query';
import { loadMoreRecurring } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recurring');
  return { title: t('title') };
}

export default async function RecurringPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = recurringQuery(search);
  const reader = readerOf(company);
  const [t, shape, page] = await Promise.all([
    getTranslations('recurring'),
    seriesShape(tenant, reader),
    orNotFound(listRecurringInvoices(ctx, recurringInput(query))),
  ]);
  const add = may(ctx.actor, 'invoices:write') && (
    <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/recurring/new`}>
      {t('new')}
    </ButtonLink>
  );
  const isFiltered = Object.keys(query.filters).length > 0;
  return (
    <>
      <PageHeader title={t('list')} primary={add} />
      <InvoiceTabs tenant={tenant} current="recurring" />
      <FilterBar
        filters={[
          {
            kind: 'choice',
            key: 'state',
            label: t('state'),
            options: recurringStates.map((value) => ({ value, label: t(`states.${value}`) })),
            pinned: true,
          },
        ]}
        presets={[{ label: t('attention'), params: { failing: 'true' } }]}
        searchLabel={t('search')}
        dates={{ ...reader, today: localDate(ctx.clock(), company.tenant.timeZone) }}
      />
      <DataTable
        {...shape}
        rows={page.rows}
        label={t('list')}
        search={search}
        sort={query.sort}
        nextCursor={page.nextCursor}
        loadMore={loadMoreRecurring}
        numberFormat={reader.numberFormat}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('empty.noneFound')}
              actions={<ButtonLink href="?">{t('empty.clear')}</ButtonLink>}
            />
          ) : (
            <EmptyState icon={IconRepeat} title={t('empty.title')} actions={add}>
              {t('empty.text')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
