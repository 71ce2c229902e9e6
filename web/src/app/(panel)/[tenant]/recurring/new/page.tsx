import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany, type Company } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { blankSeries, seriesFromInvoice, seriesFromOrder } from '../_components/new-draft';
import { SeriesForm } from '../_components/series-form';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recurring');
  return { title: t('new') };
}

function seriesFrom(company: Company, { fromOrder, fromInvoice }: SearchParams) {
  if (typeof fromOrder === 'string') return seriesFromOrder(company, fromOrder);
  if (typeof fromInvoice === 'string') return seriesFromInvoice(company, fromInvoice);
  return blankSeries(company);
}

export default async function NewSeriesPage({ params, searchParams }: PageProps) {
  const [{ tenant }, { fromOrder, fromInvoice }] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'invoices:write')) notFound();
  const [t, series] = await Promise.all([
    getTranslations('recurring'),
    orNotFound(seriesFrom(company, { fromOrder, fromInvoice })),
  ]);
  const source = [fromOrder, fromInvoice].find((each) => typeof each === 'string');
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['recurring', 'lines']}>
        <SeriesForm
          tenant={tenant}
          {...series}
          today={localDate(company.ctx.clock(), company.tenant.timeZone)}
          cancelHref={`/${tenant}/recurring`}
          draftKey={source ? `new/${String(source)}` : 'new'}
        />
      </ClientMessages>
    </>
  );
}
