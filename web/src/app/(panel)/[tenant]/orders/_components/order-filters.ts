import { orderKinds, orderStatuses } from '@countinghouse/core/orders/states';
import type { Ctx } from '@countinghouse/core/platform/context';
import { getTranslations } from 'next-intl/server';
import type { Filter, Preset } from '../../../../../ui/filters/types';
import { customerOption } from '../../_components/customer-option';
import { openFilter } from '../list-query';

/** What a list of orders can be filtered by. */
export async function orderFilters(
  ctx: Ctx,
  tenant: string,
  chosen: Record<string, string>,
): Promise<{ filters: Filter[]; presets: Preset[] }> {
  const [t, current] = await Promise.all([
    getTranslations('orders'),
    customerOption(ctx, chosen['customerId']),
  ]);
  const filters: Filter[] = [
    {
      kind: 'choice',
      key: 'status',
      label: t('filters.status'),
      options: orderStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
      many: true,
      pinned: true,
    },
    {
      kind: 'dates',
      key: 'placed',
      label: t('columns.placedAt'),
      from: 'placedFrom',
      to: 'placedTo',
      pinned: true,
    },
    {
      kind: 'lookup',
      key: 'customerId',
      label: t('columns.customer'),
      source: `/${tenant}/search/customers`,
      ...(current && { current }),
      pinned: true,
    },
    {
      kind: 'choice',
      key: 'kind',
      label: t('filters.kind'),
      options: orderKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    { kind: 'text', key: 'tag', label: t('filters.tag') },
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
  return { filters, presets: [{ label: t('open'), params: { status: openFilter } }] };
}
