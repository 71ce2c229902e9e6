import type { Metadata } from 'next';
import { listExports } from '@countinghouse/core/exports';
import { may } from '@countinghouse/core/platform/permissions';
import { IconDownload } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../i18n/client-messages';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { EmptyState } from '../../../../ui/empty-state';
import { PageHeader } from '../../../../ui/page-header';
import { DownloadList } from './_components/download-list';
import classes from './downloads.module.css';
import { toTrayItem } from './tray-item';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports');
  return { title: t('title') };
}

export default async function DownloadsPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  if (!may(ctx.actor, 'exports:read')) notFound();
  const [t, { rows }] = await Promise.all([getTranslations('exports'), listExports(ctx, { limit: 100 })]);
  return (
    <>
      <PageHeader title={t('title')} />
      {rows.length === 0 ? (
        <EmptyState icon={IconDownload} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <section className={classes.list}>
          <ClientMessages areas={['exports']}>
            <DownloadList
              tenant={tenant}
              reader={readerOf(company)}
              initial={rows.map((row) => toTrayItem(tenant, row))}
            />
          </ClientMessages>
        </section>
      )}
    </>
  );
}
