import type { Metadata } from 'next';
import { listReminderLetters } from '@countinghouse/core/reminders';
import { IconMailCheck } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { EmptyState } from '../../../../../ui/empty-state';
import { PageHeader } from '../../../../../ui/page-header';
import { DataTable } from '../../../../../ui/table/data-table';
import { InvoiceTabs } from '../../_components/invoice-tabs';
import { ReminderViews } from '../_components/reminder-views';
import { letterShape } from './letter-columns';
import { loadMoreLetters } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminders');
  return { title: t('views.sent') };
}

export default async function SentRemindersPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const reader = readerOf(company);
  const [t, shape, page] = await Promise.all([
    getTranslations('reminders'),
    letterShape(tenant, reader),
    orNotFound(listReminderLetters(company.ctx)),
  ]);
  return (
    <>
      <PageHeader title={t('title')} />
      <InvoiceTabs tenant={tenant} current="reminders" />
      <ReminderViews tenant={tenant} current="sent" />
      <DataTable
        {...shape}
        rows={page.rows}
        label={t('views.sent')}
        search={{}}
        sort="-createdAt"
        nextCursor={page.nextCursor}
        loadMore={loadMoreLetters}
        numberFormat={reader.numberFormat}
        empty={
          <EmptyState icon={IconMailCheck} title={t('sentEmpty.title')}>
            {t('sentEmpty.text')}
          </EmptyState>
        }
      />
    </>
  );
}
