import type { Metadata } from 'next';
import { listImports } from '@countinghouse/core/imports';
import { may } from '@countinghouse/core/platform/permissions';
import { IconFileImport } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { PageHeader } from '../../../../ui/page-header';
import { DataTable } from '../../../../ui/table/data-table';
import { importShape } from './_components/import-columns';
import { loadMoreImports } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('title') };
}

export default async function ImportsPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const reader = readerOf(company);
  const [t, shape, page] = await Promise.all([
    getTranslations('imports'),
    importShape(tenant, reader),
    orNotFound(listImports(company.ctx)),
  ]);
  const add = may(company.ctx.actor, 'imports:write') && (
    <ButtonLink look="primary" icon={IconFileImport} href={`/${tenant}/imports/new`}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('title')} primary={add} />
      <DataTable
        {...shape}
        rows={page.rows}
        label={t('title')}
        search={{}}
        sort="-createdAt"
        nextCursor={page.nextCursor}
        loadMore={loadMoreImports}
        numberFormat={reader.numberFormat}
        empty={
          <EmptyState icon={IconFileImport} title={t('empty.title')} actions={add}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </>
  );
}
