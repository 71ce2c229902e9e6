import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { blankSeries, seriesFromOrder } from '../_components/new-draft';
import { SeriesForm } from '../_components/series-form';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recurring');
  return { title: t('new') };
}

export default async function NewSeriesPage({ params, searchParams }: PageProps) {
  const [{ tenant }, { fromOrder }] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'invoices:write')) notFound();
  const [t, series] = await Promise.all([
    getTranslations('recurring'),
    typeof fromOrder === 'string' ? orNotFound(seriesFromOrder(company, fromOrder)) : blankSeries(company),
  ]);
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['recurring', 'lines', 'errors']}>
        <SeriesForm
          tenant={tenant}
          {...series}
          today={localDate(company.ctx.clock(), company.tenant.timeZone)}
          cancelHref={`/${tenant}/recurring`}
          draftKey={typeof fromOrder === 'string' ? `new/${fromOrder}` : 'new'}
        />
      </ClientMessages>
    </>
  );
}
