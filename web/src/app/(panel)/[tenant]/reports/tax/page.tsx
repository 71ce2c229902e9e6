import type { Metadata } from 'next';
import {
  formatMinor,
  formatNumber,
  type MoneyJson,
  type NumberFormat,
} from '@countinghouse/core/platform/money';
import { formatDate, localDate } from '@countinghouse/core/platform/time';
import {
  reportTitle,
  taxCategoryText,
  taxReport,
  type ReportTitle,
  type TaxReport,
  type TaxReportRow,
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
import { CopyButton } from '../_components/copy-button';
import { Figure } from '../_components/figure';
import { PeriodPicker } from '../_components/period-picker';
import { ReportPage } from '../_components/report-page';
import { ReportTable, type ReportColumn } from '../_components/report-table';
import classes from '../_components/reports.module.css';
import { address, periodFrom } from '../report-query';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

type Sums = Pick<TaxReportRow, 'sales' | 'credits' | 'net' | 'tax'>;

const ranges = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;

const figures: readonly { key: ReportTitle; of: (sums: Sums) => MoneyJson }[] = [
  { key: 'salesNet', of: ({ sales }) => sales.net },
  { key: 'salesTax', of: ({ sales }) => sales.tax },
  { key: 'creditsNet', of: ({ credits }) => credits.net },
  { key: 'creditsTax', of: ({ credits }) => credits.tax },
  { key: 'taxBase', of: ({ net }) => net },
  { key: 'taxDue', of: ({ tax }) => tax },
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('titles.tax') };
}

function columnsOf(total: Sums, { language, numberFormat }: Reader): ReportColumn<TaxReportRow>[] {
  return [
    {
      key: 'category',
      label: reportTitle('taxCategory', language),
      text: true,
      cell: ({ taxCode }) => taxCategoryText(taxCode, language),
    },
    {
      key: 'rate',
      label: reportTitle('taxRate', language),
      cell: ({ taxRate }) => formatNumber(taxRate, numberFormat),
    },
    ...figures.map(({ key, of }): ReportColumn<TaxReportRow> => ({
      key,
      label: reportTitle(key, language),
      strong: key === 'taxBase' || key === 'taxDue',
      cell: (row) => <Figure money={of(row)} numberFormat={numberFormat} />,
      total: <Figure money={of(total)} numberFormat={numberFormat} />,
    })),
  ];
}

/** An amount as forms take it: no groups, the reader's mark before decimals. */
const plain = ({ amount, currency }: MoneyJson, format: NumberFormat) => {
  const text = formatMinor(BigInt(amount), currency);
  return format === 'comma-point' || format === 'apostrophe-point' ? text : text.replace('.', ',');
};

function copyText({ rows }: TaxReport, { language, numberFormat }: Reader): string {
  const titles = ['taxCategory', 'taxRate', 'currency', ...figures.map(({ key }) => key)] as ReportTitle[];
  const lines = rows.map((row) => [
    taxCategoryText(row.taxCode, language),
    formatNumber(row.taxRate, numberFormat),
    row.tax.currency,
    ...figures.map(({ of }) => plain(of(row), numberFormat)),
  ]);
  return [titles.map((title) => reportTitle(title, language)), ...lines]
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** What goes into the tax return of a period. */
export default async function TaxReportPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const asked = periodFrom(search);
  const [t, report] = await Promise.all([getTranslations('reports'), orNotFound(taxReport(ctx, asked))]);
  const { from, to } = report;
  const parts = byCurrency(report.rows, report.totals, {
    row: (row) => row.tax.currency,
    total: (total) => total.tax.currency,
  });
  const period = t('issuedIn', { from: formatDate(from, reader), to: formatDate(to, reader) });
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  return (
    <ReportPage
      company={company}
      current="tax"
      subtitle={period}
      fileHref={address(`/${tenant}/reports/file/tax`, { from, to })}
      controls={<PeriodPicker from={from} to={to} today={today} ranges={ranges} />}
      actions={parts.length > 0 && <CopyButton text={copyText(report, reader)} />}
    >
      {parts.length === 0 && (
        <EmptyState icon={IconChartBar} title={t('empty.tax')}>
          {t('emptyText.tax')}
        </EmptyState>
      )}
      {parts.map(({ currency, total, rows }) => (
        <ReportTable
          key={currency}
          caption={parts.length > 1 ? currency : period}
          captionShown={parts.length > 1}
          columns={columnsOf(total, reader)}
          rows={rows}
          rowKey={(row) => `${row.taxCode} ${row.taxRate}`}
          totalLabel={`${t('total')}, ${currency}`}
        />
      ))}
      {parts.length > 0 && (
        <p className={classes.note}>
          {t('taxNote')}{' '}
          <a href={address(`/${tenant}/invoices`, { state: 'issued', issuedFrom: from, issuedTo: to })}>
            {t('showDocuments')}
          </a>
        </p>
      )}
    </ReportPage>
  );
}
