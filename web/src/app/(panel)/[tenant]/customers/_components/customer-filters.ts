import { customerKinds } from '@countinghouse/core/customers/schemas';
import { getTranslations } from 'next-intl/server';
import type { Filter } from '../../../../../ui/filters/types';
import { nameOf } from '../../_components/choices';

/** What a list of customers can be filtered by. */
export async function customerFilters(
  tenant: string,
  language: string,
  chosen: Record<string, string>,
): Promise<Filter[]> {
  const t = await getTranslations('customers');
  const lookup = (
    key: 'country' | 'currency' | 'language',
    list: string,
    name: (code: string) => string,
  ): Filter => {
    const code = chosen[key];
    return {
      kind: 'lookup',
      key,
      label: t(`fields.${key}`),
      source: `/${tenant}/search/choices/${list}`,
      ...(code && { current: { value: code, label: name(code) } }),
    };
  };
  return [
    {
      kind: 'choice',
      key: 'kind',
      label: t('fields.kind'),
      options: customerKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
      pinned: true,
    },
    { ...lookup('country', 'countries', (code) => nameOf('region', code, language)), pinned: true },
    { kind: 'text', key: 'tag', label: t('filters.tag'), pinned: true },
    lookup('currency', 'currencies', (code) => code.toUpperCase()),
    lookup('language', 'languages', (code) => nameOf('language', code, language)),
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
