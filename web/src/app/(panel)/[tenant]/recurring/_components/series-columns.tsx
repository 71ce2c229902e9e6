import { formatDate } from '@countinghouse/core/platform/time';
import type { RecurringInvoiceSummaryDto } from '@countinghouse/core/recurring-invoices/schemas';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import type { RowShape } from '../../../../../ui/table/types';
import { RuleText } from './rule-text';
import { SeriesState } from './series-state';

/** How a series looks in the list; first pages and further pages draw the same rows. */
export async function seriesShape(
  tenant: string,
  reader: Reader,
): Promise<RowShape<RecurringInvoiceSummaryDto>> {
  const t = await getTranslations('recurring');
  return {
    columns: [
      { key: 'name', label: t('columns.name'), cell: (row) => row.name, card: 'title' },
      { key: 'customer', label: t('columns.customer'), cell: (row) => row.customer.name, card: 'detail' },
      {
        key: 'rule',
        label: t('columns.rule'),
        cell: (row) => <RuleText rule={row.rule} reader={reader} />,
        quiet: true,
      },
      {
        key: 'nextDate',
        label: t('columns.nextDate'),
        cell: (row) => (row.nextDate ? formatDate(row.nextDate, reader) : '–'),
        card: 'detail2',
      },
      { key: 'mode', label: t('columns.mode'), cell: (row) => t(`modes.${row.mode}`), quiet: true },
      { key: 'state', label: t('columns.state'), cell: (row) => <SeriesState {...row} />, card: 'status' },
      { key: 'made', label: t('columns.made'), cell: (row) => row.made, align: 'end', quiet: true },
      {
        key: 'amount',
        label: t('columns.amount'),
        cell: ({ lastInvoice }) =>
          lastInvoice ? (
            <Amount
              minor={lastInvoice.total.amount}
              currency={lastInvoice.total.currency}
              numberFormat={reader.numberFormat}
            />
          ) : (
            '–'
          ),
        align: 'end',
        card: 'amount',
      },
    ],
    linkColumn: 'name',
    id: (row) => row.id,
    href: (row) => `/${tenant}/recurring/${row.id}`,
  };
}
