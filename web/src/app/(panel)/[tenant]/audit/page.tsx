import type { Metadata } from 'next';
import { listAudit } from '@countinghouse/core/audit-log';
import { listMembers } from '@countinghouse/core/members';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { IconHistory } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { EmptyState } from '../../../../ui/empty-state';
import { FilterBar } from '../../../../ui/filters/filter-bar';
import type { Filter } from '../../../../ui/filters/types';
import { PageHeader } from '../../../../ui/page-header';
import { MoreRows } from '../../../../ui/table/more-rows';
import { queryText } from '../../../../ui/table/address';
import type { SearchParams } from '../../../../ui/table/types';
import classes from './_components/audit.module.css';
import { AuditRows } from './_components/audit-rows';
import { actions, auditInput, verbsOf, type Entity } from './audit-query';
import { loadMoreAudit } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

async function filtersOf(people: readonly { userId: string; name: string }[]): Promise<Filter[]> {
  const t = await getTranslations('audit');
  const kinds = Object.keys(verbsOf) as Entity[];
  return [
    {
      kind: 'choice',
      key: 'entity',
      label: t('entity'),
      pinned: true,
      options: kinds.map((value) => ({ value, label: t(`entities.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'action',
      label: t('action'),
      pinned: true,
      options: actions.map(({ action, entity, verb }) => ({
        value: action,
        label: `${t(`entities.${entity}`)}: ${t(`verbs.${verb}` as 'verbs.create')}`,
      })),
    },
    {
      kind: 'choice',
      key: 'actor',
      label: t('actor'),
      pinned: true,
      options: people.map(({ userId, name }) => ({ value: userId, label: name })),
    },
    { kind: 'dates', key: 'dates', label: t('when'), pinned: true, from: 'from', to: 'to' },
  ];
}

/** The company's log, for its owners. */
export default async function AuditPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx, timeZone } = company;
  if (!may(ctx.actor, 'audit:read')) notFound();
  const [t, page, members] = await Promise.all([
    getTranslations('audit'),
    listAudit(ctx, auditInput(search, timeZone)),
    listMembers(ctx),
  ]);
  const reader = readerOf(company);
  const { language, dateFormat } = reader;
  const dates = { language, dateFormat, timeZone, today: localDate(ctx.clock(), timeZone) };
  const query = queryText(search, ['cursor']).toString();
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar filters={await filtersOf(members)} dates={dates}>
        {search['id'] && <a href="?">{t('showAll')}</a>}
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className={classes.box}>
          <table className={classes.table} aria-label={t('title')} key={query}>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('actor')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('changes')}</th>
              </tr>
            </thead>
            <tbody>
              <AuditRows lines={page.rows} reader={reader} />
            </tbody>
            {page.nextCursor !== null && (
              <MoreRows
                loadMore={loadMoreAudit}
                search={query}
                cursor={page.nextCursor}
                stamp={ctx.clock().getTime()}
                span={4}
              />
            )}
          </table>
        </div>
      )}
    </>
  );
}
