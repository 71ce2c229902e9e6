import type { PaymentDto } from '@countinghouse/core/payments/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import type { RowShape } from '../../../../../ui/table/types';
import { PaymentStatus } from './payment-status';

export const standardColumns = [
  'day',
  'customer',
  'reference',
  'method',
  'state',
  'credit',
  'amount',
] as const;

/** How a payment looks in the list; first pages and further pages draw the same rows. */
export async function paymentShape(tenant: string, reader: Reader): Promise<RowShape<PaymentDto>> {
  const t = await getTranslations('payments');
  const amount = (money: PaymentDto['amount'], sign = '') => (
    <Amount minor={`${sign}${money.amount}`} currency={money.currency} numberFormat={reader.numberFormat} />
  );
  return {
    columns: [
      {
        key: 'day',
        label: t('fields.day'),
        cell: (row) => formatDate(row.day, reader),
        sort: '-day',
        card: 'detail',
        quiet: true,
      },
      {
        key: 'customer',
        label: t('fields.customer'),
        cell: (row) => row.customer?.name ?? t('unknownPayer'),
        card: 'title',
      },
      {
        key: 'reference',
        label: t('fields.reference'),
        cell: (row) => row.reference || '–',
        card: 'detail2',
        quiet: true,
      },
      { key: 'method', label: t('fields.method'), cell: (row) => t(`methods.${row.method}`), quiet: true },
      {
        key: 'state',
        label: t('fields.state'),
        cell: (row) => <PaymentStatus payment={row} />,
        card: 'status',
      },
      {
        key: 'credit',
        label: t('fields.credit'),
        cell: (row) => (row.credit.amount === '0' ? '–' : amount(row.credit)),
        align: 'end',
      },
      {
        key: 'amount',
        label: t('fields.amount'),
        cell: (row) => amount(row.amount, row.direction === 'out' ? '-' : ''),
        align: 'end',
        sort: '-amount',
        card: 'amount',
      },
    ],
    linkColumn: 'customer',
    id: (row) => row.id,
    href: (row) => `/${tenant}/payments/${row.id}`,
    selectable: (row) => `${row.day} ${row.customer?.name ?? row.reference}`,
    sum: (row) =>
      row.state === 'voided'
        ? null
        : {
            minor: row.direction === 'out' ? `-${row.amount.amount}` : row.amount.amount,
            currency: row.amount.currency,
          },
  };
}
