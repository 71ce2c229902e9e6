import type { Metadata } from 'next';
import type { Ctx } from '@countinghouse/core/platform/context';
import { isAppError } from '@countinghouse/core/platform/errors';
import { formatMoney } from '@countinghouse/core/platform/money';
import { formatDate, localDate } from '@countinghouse/core/platform/time';
import { paymentJournal, type PaymentJournal, type PaymentJournalInput } from '@countinghouse/core/reports';
import { IconCash } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { EmptyState } from '../../../../../ui/empty-state';
import type { SearchParams } from '../../../../../ui/table/types';
import { JournalSums, JournalTable } from '../_components/journal-tables';
import { PeriodPicker } from '../_components/period-picker';
import { ReportPage } from '../_components/report-page';
import classes from '../_components/reports.module.css';
import { address, cursorFrom, periodFrom } from '../report-query';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

const ranges = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;

const PAGE = 500;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('titles.payments') };
}

/** From the first row where the address names a page that is none. */
async function journalFrom(ctx: Ctx, asked: PaymentJournalInput): Promise<PaymentJournal> {
  try {
    return await paymentJournal(ctx, asked);
  } catch (error) {
    if (!asked.cursor || !isAppError(error) || error.code !== 'invalid') throw error;
    return paymentJournal(ctx, { ...asked, cursor: undefined });
  }
}

/** All money that came in and was given back in a period. */
export default async function PaymentJournalPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const cursor = cursorFrom(search);
  const asked = { ...periodFrom(search), cursor, limit: PAGE };
  const [t, journal] = await Promise.all([getTranslations('reports'), orNotFound(journalFrom(ctx, asked))]);
  const { from, to, rows, nextCursor, totals, exchangeDifferences } = journal;
  const period = t('journal.paidIn', { from: formatDate(from, reader), to: formatDate(to, reader) });
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  const pageAt = (at?: string) => address(`/${tenant}/reports/payments`, { from, to, cursor: at });
  const empty = rows.length === 0 && totals.length === 0;
  return (
    <ReportPage
      company={company}
      current="payments"
      subtitle={period}
      fileHref={address(`/${tenant}/reports/file/payments`, { from, to })}
      controls={<PeriodPicker from={from} to={to} today={today} ranges={ranges} />}
    >
      {empty && (
        <EmptyState icon={IconCash} title={t('empty.payments')}>
          {t('emptyText.payments')}
        </EmptyState>
      )}
      {rows.length > 0 && <JournalTable tenant={tenant} reader={reader} journal={journal} caption={period} />}
      {(cursor ?? nextCursor) && (
        <nav className={classes.pages} aria-label={t('journal.pages')}>
          <span>{t('journal.page', { count: rows.length })}</span>
          {cursor && <a href={pageAt()}>{t('journal.firstPage')}</a>}
          {nextCursor && <a href={pageAt(nextCursor)}>{t('journal.nextPage')}</a>}
        </nav>
      )}
      {totals.map((total) => (
        <JournalSums key={total.net.currency} reader={reader} total={total} />
      ))}
      {exchangeDifferences.amount !== '0' && (
        <p className={classes.note}>
          {t('journal.exchange', {
            amount: formatMoney(BigInt(exchangeDifferences.amount), exchangeDifferences.currency, reader),
          })}
        </p>
      )}
      {!empty && <p className={classes.note}>{t('journal.note')}</p>}
    </ReportPage>
  );
}
