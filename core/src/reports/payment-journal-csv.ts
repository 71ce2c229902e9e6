import { choiceLabel } from '../exports';
import type { Ctx } from '../platform/context';
import { csvHeader, csvRows, type CsvCell } from '../platform/csv';
import { parse } from '../platform/errors';
import { formatMinor, type MoneyJson } from '../platform/money';
import { demand } from '../platform/permissions';
import type { Language } from '../platform/time';
import { noneText, reportTitle, type ReportTitle } from './labels';
import { journalPage } from './payment-journal';
import { periodOf } from './period';
import { MOST_ROWS, PaymentJournalInput, type PaymentJournalRow } from './schemas';

/** A file that is written while it is read: of any length, in little memory. */
export interface ReportStream {
  name: string;
  /** UTF-8 with a byte order mark, RFC 4180. */
  chunks: AsyncIterable<string>;
}

const titles: readonly ReportTitle[] = [
  'day',
  'customer',
  'method',
  'bankAccount',
  'reference',
  'settles',
  'credit',
  'amount',
  'voided',
  'currency',
  'voidReason',
];

const plain = ({ amount, currency }: MoneyJson) => `${formatMinor(BigInt(amount), currency)} ${currency}`;

/** The amount of a voided payment stands in a column of its own, so that adding the column up gives the sums. */
function cellsOf(row: PaymentJournalRow, language: Language): CsvCell[] {
  const voided = row.state === 'voided';
  return [
    row.day,
    row.customer?.name ?? noneText('customer', language),
    choiceLabel('method', row.method, language),
    row.bankAccount?.name ?? null,
    row.reference,
    row.documents.map(({ number, amount }) => `${number} ${plain(amount)}`).join('; '),
    row.credit,
    voided ? { ...row.amount, amount: '0' } : row.amount,
    voided ? row.amount : null,
    row.amount.currency,
    row.voidReason,
  ];
}

async function* pages(ctx: Ctx, period: { from: string; to: string }, language: Language) {
  yield csvHeader(titles.map((title) => reportTitle(title, language)));
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await journalPage(ctx, period, MOST_ROWS, cursor);
    yield csvRows(page.rows.map((row) => cellsOf(row, language)));
    cursor = page.nextCursor;
  }
}

/** The payment journal as a file, with the permission of the report: all rows, read a page at a time. */
export async function paymentJournalCsv(
  ctx: Ctx,
  input: PaymentJournalInput,
  language: Language,
): Promise<ReportStream> {
  demand(ctx, 'reports:read');
  const period = await periodOf(ctx, parse(PaymentJournalInput, input), 'month');
  return { name: `payments-${period.from}-${period.to}.csv`, chunks: pages(ctx, period, language) };
}
