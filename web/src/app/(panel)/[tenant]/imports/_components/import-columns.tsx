import type { ImportSummaryDto } from '@countinghouse/core/imports/schemas';
import { formatNumber } from '@countinghouse/core/platform/money';
import { getTranslations } from 'next-intl/server';
import { showTime, type Reader } from '../../../../../ui/reader';
import type { RowShape } from '../../../../../ui/table/types';
import { ImportStateLabel } from './import-state';

interface Counts {
  orders: number;
  lines: number;
  rejected: number;
}

/** What has been done; before that, what would be; nothing while neither is known. */
function countsOf({ result, plan }: ImportSummaryDto): Counts | null {
  if (result) {
    const { sales, returns } = result.ordersCreated;
    return { orders: sales + returns, lines: result.linesTotal, rejected: result.linesRejected };
  }
  if (!plan) return null;
  const { newSales, newReturns } = plan.orders;
  return { orders: newSales + newReturns, lines: plan.lines.total, rejected: plan.lines.rejected };
}

/** How an import looks in the list; first pages and further pages draw the same rows. */
export async function importShape(tenant: string, reader: Reader): Promise<RowShape<ImportSummaryDto>> {
  const t = await getTranslations('imports.columns');
  const now = new Date();
  const count = (row: ImportSummaryDto, key: keyof Counts) => {
    const counts = countsOf(row);
    return counts ? formatNumber(String(counts[key]), reader.numberFormat) : '–';
  };
  return {
    columns: [
      { key: 'file', label: t('file'), cell: (row) => row.file.name, card: 'title' },
      {
        key: 'state',
        label: t('state'),
        cell: (row) => <ImportStateLabel state={row.state} />,
        card: 'status',
      },
      {
        key: 'createdAt',
        label: t('createdAt'),
        cell: (row) => showTime(row.createdAt, reader, now),
        card: 'detail',
        quiet: true,
      },
      {
        key: 'lines',
        label: t('lines'),
        cell: (row) => count(row, 'lines'),
        align: 'end',
        quiet: true,
      },
      {
        key: 'rejected',
        label: t('rejected'),
        cell: (row) => count(row, 'rejected'),
        align: 'end',
        quiet: true,
      },
      {
        key: 'orders',
        label: t('orders'),
        cell: (row) => count(row, 'orders'),
        align: 'end',
        card: 'amount',
      },
    ],
    linkColumn: 'file',
    id: (row) => row.id,
    href: (row) => `/${tenant}/imports/${row.id}`,
  };
}
