import type { Metadata } from 'next';
import { formatNumber } from '@countinghouse/core/platform/money';
import { formatDate, localDate } from '@countinghouse/core/platform/time';
import {
  noneText,
  reportTitle,
  revenue,
  revenueBy,
  taxText,
  type RevenueReport,
  type RevenueRow,
  type RevenueSums,
} from '@countinghouse/core/reports';
import { IconChartBar } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { EmptyState } from '../../../../../ui/empty-state';
import { rangeOf } from '../../../../../ui/filters/date-ranges';
import type { Reader } from '../../../../../ui/reader';
import type { SearchParams } from '../../../../../ui/table/types';
import { byCurrency } from '../_components/by-currency';
import { Figure } from '../_components/figure';
import { monthText } from '../_components/month-text';
import { PeriodPicker } from '../_components/period-picker';
import { ReportPage } from '../_components/report-page';
import { ReportTable, type ReportColumn } from '../_components/report-table';
import classes from '../_components/reports.module.css';
import { address, byFrom, currencyFrom, periodFrom } from '../report-query';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

const ranges = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('titles.revenue') };
}

interface Shown {
  tenant: string;
  report: RevenueReport;
  reader: Reader;
}

/** The documents that a row is made of. */
function linkOf({ tenant, report }: Shown, row: RevenueRow): string | undefined {
  const issued = { state: 'issued', currency: row.net.currency };
  const whole = { issuedFrom: report.from, issuedTo: report.to };
  if (row.key === null || report.by === 'tax') return undefined;
  if (report.by === 'product') return `/${tenant}/products/${row.key}`;
  if (report.by === 'customer') {
    return address(`/${tenant}/invoices`, { customerId: row.key, ...issued, ...whole });
  }
  const month = rangeOf('thisMonth', `${row.key}-01`);
  return address(`/${tenant}/invoices`, {
    ...issued,
    issuedFrom: month.from < report.from ? report.from : month.from,
    issuedTo: month.to > report.to ? report.to : month.to,
  });
}

function nameOf({ report, reader }: Shown, row: RevenueRow): string {
  if (report.by === 'month') return monthText(row.key ?? '', reader.language);
  if (report.by === 'tax') return taxText(row.key ?? '', reader.language);
  return row.name ?? noneText(report.by, reader.language);
}

function columnsOf(total: RevenueSums, shown: Shown): ReportColumn<RevenueRow>[] {
  const { report, reader } = shown;
  const { language, numberFormat } = reader;
  const count = (value: number) => formatNumber(String(value), numberFormat);
  const money = (key: 'net' | 'tax' | 'total', strong = false): ReportColumn<RevenueRow> => ({
    key,
    label: reportTitle(key, language),
    strong,
    cell: (row) => row[key] && <Figure money={row[key]} numberFormat={numberFormat} />,
    total: total[key] && <Figure money={total[key]} numberFormat={numberFormat} />,
  });
  const first: ReportColumn<RevenueRow> = {
    key: 'name',
    label: reportTitle(report.by, language),
    text: true,
    cell: (row) => {
      const href = linkOf(shown, row);
      return href ? <a href={href}>{nameOf(shown, row)}</a> : nameOf(shown, row);
    },
  };
  if (report.by === 'product') {
    const quantity = (row: RevenueRow) => formatNumber(row.quantity ?? '0', numberFormat);
    return [
      first,
      { key: 'quantity', label: reportTitle('quantity', language), cell: quantity },
      money('net', true),
    ];
  }
  const documents: ReportColumn<RevenueRow> = {
    key: 'count',
    label: reportTitle('documents', language),
    cell: (row) => count(row.count),
    ...(report.by !== 'tax' && { total: count(total.count) }),
  };
  return [first, documents, money('net'), money('tax'), money('total', true)];
}

/** What was earned, by month, customer, product or tax. */
export default async function RevenuePage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const asked = { by: byFrom(search), ...periodFrom(search), currency: currencyFrom(search) };
  const [t, report] = await Promise.all([getTranslations('reports'), orNotFound(revenue(ctx, asked))]);
  const { by, from, to } = report;
  const parts = byCurrency(report.rows, report.totals, {
    row: (row) => row.net.currency,
    total: (total) => total.net.currency,
  });
  const period = t('issuedIn', { from: formatDate(from, reader), to: formatDate(to, reader) });
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  return (
    <ReportPage
      company={company}
      current="revenue"
      subtitle={`${t(`by.${by}`)} · ${period}`}
      fileHref={address(`/${tenant}/reports/file/revenue`, { by, from, to, currency: asked.currency })}
      controls={
        <>
          <nav className={classes.chips} aria-label={t('groupedBy')}>
            {revenueBy.map((each) => (
              <a
                key={each}
                className={classes.chip}
                href={address(`/${tenant}/reports/revenue`, { ...asked, by: each })}
                aria-current={each === by ? 'page' : undefined}
              >
                {t(`by.${each}`)}
              </a>
            ))}
          </nav>
          <PeriodPicker from={from} to={to} today={today} ranges={ranges} />
        </>
      }
    >
      {parts.length === 0 && (
        <EmptyState icon={IconChartBar} title={t('empty.revenue')}>
          {t('emptyText.revenue')}
        </EmptyState>
      )}
      {parts.map(({ currency, total, rows }) => (
        <ReportTable
          key={currency}
          caption={parts.length > 1 ? currency : period}
          captionShown={parts.length > 1}
          columns={columnsOf(total, { tenant, report, reader })}
          rows={rows}
          rowKey={(row) => row.key ?? ''}
          totalLabel={`${t('total')}, ${currency}`}
        />
      ))}
      {report.more && <p className={classes.note}>{t('more', { count: report.rows.length })}</p>}
      {parts.length > 0 && <p className={classes.note}>{t('revenueNote')}</p>}
    </ReportPage>
  );
}
