import type { Metadata } from 'next';
import { addDays, formatDate, localDate } from '@countinghouse/core/platform/time';
import {
  ages,
  openItems,
  noneText,
  reportTitle,
  type Age,
  type OpenItemsRow,
  type OpenItemsSums,
} from '@countinghouse/core/reports';
import { IconChartBar } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { EmptyState } from '../../../../../ui/empty-state';
import type { Reader } from '../../../../../ui/reader';
import type { SearchParams } from '../../../../../ui/table/types';
import { byCurrency } from '../_components/by-currency';
import { ReportDay } from '../_components/day-picker';
import { Figure } from '../_components/figure';
import { ReportPage } from '../_components/report-page';
import { ReportTable, type ReportColumn } from '../_components/report-table';
import classes from '../_components/reports.module.css';
import { address, currencyFrom, dayFrom } from '../report-query';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('titles.open-items') };
}

/** The days on which what is so late was due. */
function dueDays(age: Age, day: string): { dueFrom?: string; dueTo?: string } {
  switch (age) {
    case 'notDue':
      return { dueFrom: day };
    case 'days30':
      return { dueFrom: addDays(day, -30), dueTo: addDays(day, -1) };
    case 'days60':
      return { dueFrom: addDays(day, -60), dueTo: addDays(day, -31) };
    case 'days90':
      return { dueFrom: addDays(day, -90), dueTo: addDays(day, -61) };
    case 'older':
      return { dueTo: addDays(day, -91) };
  }
}

interface Shown {
  tenant: string;
  day: string;
  /** Lists show what is open now: links lead there only where that is the report's day. */
  isToday: boolean;
  reader: Reader;
}

const listOf = ({ tenant }: Shown, row: OpenItemsRow, more: Record<string, string | undefined> = {}) =>
  address(`/${tenant}/invoices`, {
    customerId: row.customer?.id,
    currency: row.total.currency,
    kind: 'invoice,deposit',
    paymentState: 'open,partly_paid',
    ...more,
  });

function columnsOf(total: OpenItemsSums, shown: Shown): ReportColumn<OpenItemsRow>[] {
  const { isToday, day, reader } = shown;
  const { language, numberFormat } = reader;
  const title = (key: Age | 'customer' | 'credits' | 'open') => reportTitle(key, language);
  return [
    {
      key: 'customer',
      label: title('customer'),
      text: true,
      cell: (row) => {
        const name = row.customer?.name ?? noneText('customer', language);
        return isToday && row.customer ? <a href={listOf(shown, row)}>{name}</a> : name;
      },
    },
    ...ages.map((age): ReportColumn<OpenItemsRow> => ({
      key: age,
      label: title(age),
      cell: (row) => (
        <Figure
          money={row[age]}
          numberFormat={numberFormat}
          {...(isToday && row.customer && { href: listOf(shown, row, dueDays(age, day)) })}
        />
      ),
      total: <Figure money={total[age]} numberFormat={numberFormat} />,
    })),
    {
      key: 'credits',
      label: title('credits'),
      cell: (row) => <Figure money={row.credits} numberFormat={numberFormat} />,
      total: <Figure money={total.credits} numberFormat={numberFormat} />,
    },
    {
      key: 'open',
      label: title('open'),
      strong: true,
      cell: (row) => <Figure money={row.total} numberFormat={numberFormat} />,
      total: <Figure money={total.total} numberFormat={numberFormat} />,
    },
  ];
}

/** Who owes what, by how late it is. */
export default async function OpenItemsPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const asked = { day: dayFrom(search), currency: currencyFrom(search) };
  const [t, report] = await Promise.all([getTranslations('reports'), orNotFound(openItems(ctx, asked))]);
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  const shown = { tenant, day: report.day, isToday: report.day === today, reader };
  const parts = byCurrency(report.rows, report.totals, {
    row: (row) => row.total.currency,
    total: (total) => total.total.currency,
  });
  const dayText = formatDate(report.day, reader);
  return (
    <ReportPage
      company={company}
      current="open-items"
      subtitle={t('openOn', { day: dayText })}
      fileHref={address(`/${tenant}/reports/file/open-items`, asked)}
      controls={<ReportDay day={report.day} today={today} />}
    >
      {parts.length === 0 && (
        <EmptyState icon={IconChartBar} title={t('empty.open-items')}>
          {t('emptyText.open-items')}
        </EmptyState>
      )}
      {parts.map(({ currency, total, rows }) => (
        <ReportTable
          key={currency}
          caption={parts.length > 1 ? currency : t('openOn', { day: dayText })}
          captionShown={parts.length > 1}
          columns={columnsOf(total, shown)}
          rows={rows}
          rowKey={(row) => row.customer?.id ?? ''}
          totalLabel={`${t('total')}, ${currency}`}
        />
      ))}
      {report.more && <p className={classes.note}>{t('more', { count: report.rows.length })}</p>}
    </ReportPage>
  );
}
