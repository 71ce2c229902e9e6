import type { CustomerDto } from '@countinghouse/core/customers/schemas';
import { getTranslations } from 'next-intl/server';
import { showTime, type Reader } from '../../../../../ui/reader';
import { StatusLabel } from '../../../../../ui/status-label';
import type { Column, RowShape } from '../../../../../ui/table/types';

export const standardColumns = [
  'name',
  'externalNumber',
  'emails',
  'city',
  'country',
  'tags',
  'createdAt',
] as const;

/** How a customer looks in the list; first pages and further pages draw the same rows. */
export async function customerShape(tenant: string, reader: Reader): Promise<RowShape<CustomerDto>> {
  const t = await getTranslations('customers');
  const now = new Date();
  const regions = new Intl.DisplayNames([reader.language], { type: 'region' });
  const text = (key: keyof typeof cells): Column<CustomerDto> => ({
    key,
    label: t(`fields.${key}`),
    cell: (row) => cells[key](row) || '–',
    quiet: true,
  });
  const cells = {
    kind: (row: CustomerDto) => t(`kinds.${row.kind}`),
    externalNumber: (row: CustomerDto) => row.externalNumber,
    taxId: (row: CustomerDto) => row.taxId,
    emails: (row: CustomerDto) => row.emails[0],
    phones: (row: CustomerDto) => row.phones[0],
    city: (row: CustomerDto) => row.billingAddress?.city,
    country: ({ billingAddress }: CustomerDto) =>
      billingAddress?.country && regions.of(billingAddress.country),
    currency: (row: CustomerDto) => row.currency,
    language: (row: CustomerDto) => row.language,
    paymentTermsDays: (row: CustomerDto) => row.paymentTermsDays?.toString(),
    tags: (row: CustomerDto) => row.tags.join(', '),
  };
  const columns: Column<CustomerDto>[] = [
    {
      key: 'name',
      label: t('fields.name'),
      cell: (row) =>
        row.archived ? (
          <>
            {row.name} <StatusLabel tone="off">{t('archived')}</StatusLabel>
          </>
        ) : (
          row.name
        ),
      sort: 'name',
      card: 'title',
    },
    text('kind'),
    { ...text('externalNumber'), card: 'amount' },
    text('taxId'),
    { ...text('emails'), card: 'detail' },
    text('phones'),
    { ...text('city'), card: 'detail2' },
    text('country'),
    text('currency'),
    text('language'),
    { ...text('paymentTermsDays'), align: 'end' },
    text('tags'),
    {
      key: 'createdAt',
      label: t('fields.createdAt'),
      cell: (row) => showTime(row.createdAt, reader, now),
      sort: '-createdAt',
      quiet: true,
    },
  ];
  return {
    columns,
    linkColumn: 'name',
    id: (row) => row.id,
    href: (row) => `/${tenant}/customers/${row.id}`,
    selectable: (row) => row.name,
  };
}
