import { formatDate } from '@countinghouse/core/platform/time';
import type { ReminderLetterDto } from '@countinghouse/core/reminders/schemas';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import type { RowShape } from '../../../../../ui/table/types';

/** How a letter that was sent looks in the list; its row opens the PDF. */
export async function letterShape(tenant: string, reader: Reader): Promise<RowShape<ReminderLetterDto>> {
  const t = await getTranslations('reminders');
  return {
    columns: [
      { key: 'number', label: t('columns.number'), cell: (row) => row.number, card: 'detail' },
      { key: 'customer', label: t('columns.customer'), cell: (row) => row.customer.name, card: 'title' },
      { key: 'level', label: t('columns.level'), cell: (row) => row.level.name, card: 'status' },
      {
        key: 'day',
        label: t('columns.day'),
        cell: (row) => formatDate(row.day, reader),
        card: 'detail2',
        quiet: true,
      },
      {
        key: 'delivery',
        label: t('columns.delivery'),
        cell: (row) => t(`delivery.${row.delivery}`),
        quiet: true,
      },
      {
        key: 'invoices',
        label: t('columns.invoices'),
        cell: (row) => row.invoiceCount,
        align: 'end',
        quiet: true,
      },
      {
        key: 'total',
        label: t('total'),
        cell: ({ total }) => (
          <Amount minor={total.amount} currency={total.currency} numberFormat={reader.numberFormat} />
        ),
        align: 'end',
        card: 'amount',
      },
    ],
    linkColumn: 'number',
    id: (row) => row.id,
    href: (row) => `/${tenant}/documents/${row.documentId}/pdf`,
  };
}
