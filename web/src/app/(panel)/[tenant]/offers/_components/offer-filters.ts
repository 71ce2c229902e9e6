import { offerStates } from '@countinghouse/core/offers/states';
import type { Ctx } from '@countinghouse/core/platform/context';
import { getTranslations } from 'next-intl/server';
import type { Filter, Preset } from '../../../../../ui/filters/types';
import { customerOption } from '../../_components/customer-option';

/** What a list of offers can be filtered by. */
export async function offerFilters(
  ctx: Ctx,
  tenant: string,
  chosen: Record<string, string>,
): Promise<{ filters: Filter[]; presets: Preset[] }> {
  const [t, current] = await Promise.all([
    getTranslations('offers'),
    customerOption(ctx, chosen['customerId']),
  ]);
  const filters: Filter[] = [
    {
      kind: 'choice',
      key: 'state',
      label: t('filters.state'),
      options: offerStates.map((value) => ({ value, label: t(`states.${value}`) })),
      many: true,
      pinned: true,
    },
    {
      kind: 'dates',
      key: 'issued',
      label: t('columns.issueDate'),
      from: 'issuedFrom',
      to: 'issuedTo',
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
    { kind: 'dates', key: 'valid', label: t('columns.validUntil'), from: 'validFrom', to: 'validTo' },
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
  return { filters, presets: [{ label: t('open'), params: { state: 'draft,sent' } }] };
}
