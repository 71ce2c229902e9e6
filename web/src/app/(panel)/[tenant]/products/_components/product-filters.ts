import type { TaxCategoryDto } from '@countinghouse/core/taxes/schemas';
import { getTranslations } from 'next-intl/server';
import type { Filter } from '../../../../../ui/filters/types';
import { unitChoices } from '../../_components/choices';

/** What a list of products can be filtered by. */
export async function productFilters(
  tenant: string,
  language: string,
  chosen: Record<string, string>,
  taxes: readonly TaxCategoryDto[],
): Promise<Filter[]> {
  const t = await getTranslations('products');
  const currency = chosen['currency'];
  return [
    { kind: 'text', key: 'tag', label: t('filters.tag'), pinned: true },
    {
      kind: 'choice',
      key: 'unit',
      label: t('fields.unit'),
      options: unitChoices(language),
      pinned: true,
    },
    {
      kind: 'choice',
      key: 'taxCategoryId',
      label: t('fields.taxCategoryId'),
      options: taxes.map(({ id, name }) => ({ value: id, label: name })),
      pinned: true,
    },
    {
      kind: 'lookup',
      key: 'currency',
      label: t('fields.currency'),
      source: `/${tenant}/search/choices/currencies`,
      ...(currency && { current: { value: currency, label: currency.toUpperCase() } }),
    },
    {
      kind: 'choice',
      key: 'archived',
      label: t('filters.archived'),
      options: [
        { value: 'true', label: t('filters.yes') },
        { value: 'all', label: t('filters.all') },
      ],
    },
  ];
}
