import type { OfferSummaryDto } from '@countinghouse/core/offers/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import type { Column, RowShape } from '../../../../../ui/table/types';
import { OfferStateLabel } from './offer-state';

export const standardColumns = ['number', 'customer', 'issueDate', 'validUntil', 'state', 'total'] as const;

/** How an offer looks in the list; first pages and further pages draw the same rows. */
export async function offerShape(tenant: string, reader: Reader): Promise<RowShape<OfferSummaryDto>> {
  const t = await getTranslations('offers');
  const now = new Date();
  const amount = (money: OfferSummaryDto['total']) => (
    <Amount minor={money.amount} currency={money.currency} numberFormat={reader.numberFormat} />
  );
  const day = (date: string | null) => (date ? formatDate(date, { ...reader, now }) : '–');
  const columns: Column<OfferSummaryDto>[] = [
    {
      key: 'number',
      label: t('columns.number'),
      cell: (row) => row.number ?? t('draft'),
      sort: '-number',
      card: 'detail',
    },
    {
      key: 'customer',
      label: t('columns.customer'),
      cell: (row) => row.customer?.name ?? t('noCustomer'),
      card: 'title',
    },
    {
      key: 'issueDate',
      label: t('columns.issueDate'),
      cell: (row) => day(row.issueDate),
      sort: '-issueDate',
      card: 'detail2',
      quiet: true,
    },
    {
      key: 'validUntil',
      label: t('columns.validUntil'),
      cell: (row) => day(row.validUntil),
      sort: 'validUntil',
      quiet: true,
    },
    {
      key: 'state',
      label: t('columns.state'),
      cell: (row) => <OfferStateLabel state={row.state} />,
      card: 'status',
    },
    {
      key: 'viewedAt',
      label: t('columns.viewedAt'),
      cell: (row) => (row.viewedAt ? showTime(row.viewedAt, reader, now) : '–'),
      quiet: true,
    },
    { key: 'tags', label: t('columns.tags'), cell: (row) => row.tags.join(', '), quiet: true },
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
    href: (row) => `/${tenant}/offers/${row.id}`,
    selectable: (row) => row.number ?? t('draft'),
    sum: (row) => ({ minor: row.total.amount, currency: row.total.currency }),
  };
}
