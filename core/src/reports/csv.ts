import type { Ctx } from '../platform/context';
import { csvHeader, csvRows, type CsvCell } from '../platform/csv';
import type { Language } from '../platform/time';
import { noneText, reportTitle, taxCategoryText, taxText, type ReportTitle } from './labels';
import { readOpenItems } from './open-items';
import { readRevenue } from './revenue';
import {
  ages,
  type OpenItemsInput,
  type RevenueInput,
  type RevenueReport,
  type RevenueRow,
  type TaxReportInput,
} from './schemas';
import { taxReport } from './tax-report';

/** All rows of a report, not those of a screen; beyond this nobody reads it. */
const ALL_ROWS = 100_000;

/** A small file that is written at once. */
export interface ReportFile {
  name: string;
  /** UTF-8 with a byte order mark, RFC 4180. */
  text: string;
}

const toFile = (
  name: string,
  language: Language,
  titles: readonly ReportTitle[],
  rows: readonly (readonly CsvCell[])[],
): ReportFile => ({
  name: `${name}.csv`,
  text: csvHeader(titles.map((title) => reportTitle(title, language))) + csvRows(rows),
});

/** Open items as a file, with the permission of the report. */
export async function openItemsCsv(ctx: Ctx, input: OpenItemsInput, language: Language): Promise<ReportFile> {
  const report = await readOpenItems(ctx, input, ALL_ROWS);
  return toFile(
    `open-items-${report.day}`,
    language,
    ['customer', 'currency', 'documents', ...ages, 'credits', 'open'],
    report.rows.map((row) => [
      row.customer?.name ?? noneText('customer', language),
      row.total.currency,
      { number: row.documents },
      ...ages.map((age) => row[age]),
      row.credits,
      row.total,
    ]),
  );
}

function nameOf(by: RevenueReport['by'], row: RevenueRow, language: Language): string {
  if (by === 'tax') return taxText(row.key ?? '', language);
  if (by === 'month') return row.key ?? '';
  return row.name ?? noneText(by, language);
}

/** Revenue as a file, with the permission of the report. */
export async function revenueCsv(ctx: Ctx, input: RevenueInput, language: Language): Promise<ReportFile> {
  const { by, from, to, rows } = await readRevenue(ctx, input, ALL_ROWS);
  const name = `revenue-by-${by}-${from}-${to}`;
  if (by === 'product') {
    return toFile(
      name,
      language,
      ['product', 'currency', 'lines', 'quantity', 'net'],
      rows.map((row) => [
        nameOf(by, row, language),
        row.net.currency,
        { number: row.count },
        { number: row.quantity ?? '0' },
        row.net,
      ]),
    );
  }
  return toFile(
    name,
    language,
    [by === 'tax' ? 'taxCategory' : by, 'currency', 'documents', 'net', 'tax', 'total'],
    rows.map((row) => [
      nameOf(by, row, language),
      row.net.currency,
      { number: row.count },
      row.net,
      row.tax,
      row.total,
    ]),
  );
}

/** The tax report as a file, with the permission of the report. */
export async function taxReportCsv(ctx: Ctx, input: TaxReportInput, language: Language): Promise<ReportFile> {
  const { from, to, rows } = await taxReport(ctx, input);
  return toFile(
    `tax-${from}-${to}`,
    language,
    [
      'taxCategory',
      'taxRate',
      'currency',
      'documents',
      'salesNet',
      'salesTax',
      'creditsNet',
      'creditsTax',
      'taxBase',
      'taxDue',
    ],
    rows.map((row) => [
      taxCategoryText(row.taxCode, language),
      { number: row.taxRate },
      row.tax.currency,
      { number: row.documents },
      row.sales.net,
      row.sales.tax,
      row.credits.net,
      row.credits.tax,
      row.net,
      row.tax,
    ]),
  );
}
