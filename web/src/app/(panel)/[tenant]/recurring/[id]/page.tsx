import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { may } from '@countinghouse/core/platform/permissions';
import { getRecurringInvoice } from '@countinghouse/core/recurring-invoices';
import { IconPencil } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import detail from '../../_components/detail.module.css';
import { SeriesDates, SeriesFacts, SeriesLines } from '../_components/series-facts';
import { SeriesHistory } from '../_components/series-history';
import { SeriesMoves } from '../_components/series-moves';
import { SeriesProblems } from '../_components/series-problems';
import { SeriesRuns } from '../_components/series-runs';
import { SeriesState } from '../_components/series-state';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await orNotFound(getRecurringInvoice(ctx, id))).name };
}

export default async function SeriesPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const series = await orNotFound(getRecurringInvoice(ctx, id));
  const [t, history] = await Promise.all([
    getTranslations('recurring'),
    historyOf(ctx, 'recurring-invoice', id),
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'invoices:write');
  const moved = { id, version: series.version, state: series.state };
  return (
    <>
      <PageHeader
        title={series.name}
        labels={<SeriesState {...series} />}
        actions={
          writes &&
          series.state !== 'ended' && (
            <ClientMessages areas={['recurring']}>
              <SeriesMoves tenant={tenant} series={moved} />
            </ClientMessages>
          )
        }
        primary={
          writes &&
          series.state !== 'ended' && (
            <ButtonLink look="primary" href={`/${tenant}/recurring/${id}/edit`} icon={IconPencil}>
              {t('edit')}
            </ButtonLink>
          )
        }
      />
      <ClientMessages areas={['recurring', 'faults']}>
        <SeriesProblems tenant={tenant} series={series} reader={reader} writes={writes} />
      </ClientMessages>
      <div className={detail.columns}>
        <div className={detail.main}>
          <SeriesFacts tenant={tenant} series={series} reader={reader} />
          <SeriesLines series={series} reader={reader} />
          <SeriesRuns tenant={tenant} series={series} reader={reader} />
        </div>
        <aside className={detail.side}>
          <SeriesDates series={series} reader={reader} />
          <SeriesHistory lines={history} reader={reader} />
        </aside>
      </div>
    </>
  );
}
