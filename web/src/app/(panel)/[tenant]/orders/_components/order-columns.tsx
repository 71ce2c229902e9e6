import type { OrderSummaryDto } from '@countinghouse/core/orders/schemas';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import type { Column, RowShape } from '../../../../../ui/table/types';
import { OrderStatusLabel } from './order-status';

export const standardColumns = ['number', 'customer', 'placedAt', 'status', 'itemCount', 'total'] as const;

/** How an order looks in the list; first pages and further pages draw the same rows. */
export async function orderShape(tenant: string, reader: Reader): Promise<RowShape<OrderSummaryDto>> {
  const t = await getTranslations('orders');
  const now = new Date();
  const amount = (money: OrderSummaryDto['total']) => (
    <Amount minor={money.amount} currency={money.currency} numberFormat={reader.numberFormat} />
  );
  const columns: Column<OrderSummaryDto>[] = [
    { key: 'number', label: t('columns.number'), cell: (row) => row.number, sort: '-number', card: 'detail' },
    {
      key: 'customer',
      label: t('columns.customer'),
      cell: (row) => row.customer?.name ?? t('walkIn'),
      card: 'title',
    },
    {
      key: 'placedAt',
      label: t('columns.placedAt'),
      cell: (row) => showTime(row.placedAt, reader, now),
      sort: '-placedAt',
      card: 'detail2',
      quiet: true,
    },
    {
      key: 'status',
      label: t('columns.status'),
      cell: (row) => <OrderStatusLabel status={row.status} kind={row.kind} />,
      card: 'status',
    },
    {
      key: 'externalNumber',
      label: t('columns.externalNumber'),
      cell: (row) => row.externalNumber ?? '–',
      quiet: true,
    },
    { key: 'tags', label: t('columns.tags'), cell: (row) => row.tags.join(', '), quiet: true },
    {
      key: 'itemCount',
      label: t('columns.itemCount'),
      cell: (row) => row.itemCount,
      align: 'end',
      quiet: true,
    },
    { key: 'net', label: t('columns.net'), cell: (row) => amount(row.net), align: 'end' },
    { key: 'tax', label: t('columns.tax'), cell: (row) => amount(row.tax), align: 'end' },
    {
      key: 'total',
      label: t('columns.total'),
      cell: (row) => amount(row.total),
      sort: '-total',
      align: 'end',
      card: 'amount',
    },
  ];
  return {
    columns,
    linkColumn: 'number',
    id: (row) => row.id,
    href: (row) => `/${tenant}/orders/${row.id}`,
    selectable: (row) => row.number,
    sum: (row) => ({ minor: row.total.amount, currency: row.total.currency }),
  };
}
