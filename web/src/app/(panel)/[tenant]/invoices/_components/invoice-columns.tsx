import type { InvoiceSummaryDto } from '@countinghouse/core/invoices/schemas';
import type { MoneyJson } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import type { Column, RowShape } from '../../../../../ui/table/types';
import { InvoiceLabels } from './invoice-labels';
import { signed } from './signed';

export const standardColumns = [
  'number',
  'customer',
  'issueDate',
  'dueDate',
  'state',
  'total',
  'open',
] as const;

type Row = InvoiceSummaryDto;

/** How an invoice looks in the list; first pages and further pages draw the same rows. */
export async function invoiceShape(tenant: string, reader: Reader): Promise<RowShape<Row>> {
  const t = await getTranslations('invoices');
  const now = new Date();
  const day = (date: string | null) => (date ? formatDate(date, { ...reader, now }) : '–');
  const amount = (key: 'net' | 'tax' | 'total' | 'open'): Column<Row> => ({
    key,
    label: t(`columns.${key}`),
    cell: (row) => {
      const { amount: minor, currency }: MoneyJson = signed(row, row[key]);
      if (key === 'open' && (minor === '0' || row.state !== 'issued')) return '–';
      return <Amount minor={minor} currency={currency} numberFormat={reader.numberFormat} />;
    },
    align: 'end',
  });
  const time = (key: 'sentAt' | 'viewedAt' | 'createdAt'): Column<Row> => ({
    key,
    label: t(`columns.${key}`),
    cell: (row) => (row[key] ? showTime(row[key], reader, now) : '–'),
    quiet: true,
  });
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('columns.number'),
      cell: (row) => row.number ?? t('noNumber'),
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
      quiet: true,
    },
    {
      key: 'dueDate',
      label: t('columns.dueDate'),
      cell: (row) => day(row.dueDate),
      sort: 'dueDate',
      card: 'detail2',
      quiet: true,
    },
    {
      key: 'state',
      label: t('columns.state'),
      cell: (row) => <InvoiceLabels invoice={row} />,
      card: 'status',
    },
    { key: 'kind', label: t('columns.kind'), cell: (row) => t(`kinds.${row.kind}`), quiet: true },
    { key: 'tags', label: t('columns.tags'), cell: (row) => row.tags.join(', '), quiet: true },
    time('sentAt'),
    time('viewedAt'),
    time('createdAt'),
    amount('net'),
    amount('tax'),
    { ...amount('total'), sort: '-total', card: 'amount' },
    amount('open'),
  ];
  return {
    columns,
    linkColumn: 'number',
    id: (row) => row.id,
    href: (row) => `/${tenant}/invoices/${row.id}`,
    selectable: (row) => row.number ?? `${t('noNumber')}, ${row.customer?.name ?? t('noCustomer')}`,
    sum: (row) => {
      if (row.state === 'voided') return null;
      const { amount: minor, currency } = signed(row, row.total);
      return { minor, currency };
    },
  };
}
