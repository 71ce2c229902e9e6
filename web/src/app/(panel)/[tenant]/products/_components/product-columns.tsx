import { unitLabel, type ProductDto } from '@countinghouse/core/products/schemas';
import { getTranslations } from 'next-intl/server';
import { showTime, type Reader } from '../../../../../ui/reader';
import { StatusLabel } from '../../../../../ui/status-label';
import type { Column, RowShape } from '../../../../../ui/table/types';
import { Price } from './price';

export const standardColumns = ['sku', 'name', 'unit', 'taxCategory', 'tags', 'unitPrice'] as const;

/** How a product looks in the list; first pages and further pages draw the same rows. */
export async function productShape(
  tenant: string,
  reader: Reader,
  taxNames: ReadonlyMap<string, string>,
): Promise<RowShape<ProductDto>> {
  const t = await getTranslations('products');
  const now = new Date();
  const columns: Column<ProductDto>[] = [
    { key: 'sku', label: t('fields.sku'), cell: (row) => row.sku, sort: 'sku', card: 'detail' },
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
    {
      key: 'unit',
      label: t('fields.unit'),
      cell: (row) => unitLabel(row.unit, reader.language),
      quiet: true,
      card: 'detail2',
    },
    {
      key: 'taxCategory',
      label: t('fields.taxCategoryId'),
      cell: (row) => taxNames.get(row.taxCategoryId) ?? '–',
      quiet: true,
    },
    { key: 'tags', label: t('fields.tags'), cell: (row) => row.tags.join(', ') || '–', quiet: true },
    {
      key: 'createdAt',
      label: t('fields.createdAt'),
      cell: (row) => showTime(row.createdAt, reader, now),
      sort: '-createdAt',
      quiet: true,
    },
    {
      key: 'unitPrice',
      label: t('fields.unitPrice'),
      cell: (row) => <Price product={row} numberFormat={reader.numberFormat} />,
      sort: 'unitPrice',
      align: 'end',
      card: 'amount',
    },
  ];
  return {
    columns,
    linkColumn: 'name',
    id: (row) => row.id,
    href: (row) => `/${tenant}/products/${row.id}`,
    selectable: (row) => row.name,
  };
}
