import type { Metadata } from 'next';
import { listFiles, namesOfSubjects } from '@countinghouse/core/files';
import { fileSubjects } from '@countinghouse/core/files/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { IconPaperclip } from '@tabler/icons-react';
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
import { fileShape } from './_components/file-columns';
import { filesInput } from './list-query';
import { loadMoreFiles } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('files');
  return { title: t('title') };
}

async function Empty({ tenant, filtered, ctx }: { tenant: string; filtered: boolean; ctx: Ctx }) {
  const t = await getTranslations('files');
  if (filtered)
    return <EmptyState title={t('none')} actions={<ButtonLink href="?">{t('clear')}</ButtonLink>} />;
  return (
    <EmptyState
      icon={IconPaperclip}
      title={t('empty')}
      actions={
        <>
          {may(ctx.actor, 'orders:read') && (
            <ButtonLink href={`/${tenant}/orders`}>{t('toOrders')}</ButtonLink>
          )}
          {may(ctx.actor, 'customers:read') && (
            <ButtonLink href={`/${tenant}/customers`}>{t('toCustomers')}</ButtonLink>
          )}
        </>
      }
    >
      {t('emptyText')} {t('emptyHow')}
    </EmptyState>
  );
}

export default async function FilesPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const input = filesInput(search);
  const page = await orNotFound(listFiles(ctx, input));
  const names = await namesOfSubjects(ctx, page.rows);
  const [t, shape] = await Promise.all([getTranslations('files'), fileShape(tenant, reader, names)]);
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar
        filters={[
          {
            kind: 'choice',
            key: 'subjectType',
            label: t('filter'),
            options: fileSubjects.map((value) => ({ value, label: t(`kinds.${value}`) })),
            pinned: true,
          },
        ]}
        dates={{ ...reader, today: localDate(ctx.clock(), company.tenant.timeZone) }}
      />
      <DataTable
        {...shape}
        rows={page.rows}
        label={t('title')}
        search={search}
        sort="-createdAt"
        nextCursor={page.nextCursor}
        loadMore={loadMoreFiles}
        numberFormat={reader.numberFormat}
        empty={<Empty tenant={tenant} filtered={input.subjectType !== undefined} ctx={ctx} />}
      />
    </>
  );
}
