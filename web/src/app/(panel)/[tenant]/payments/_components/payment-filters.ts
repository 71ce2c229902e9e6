import { paymentDirections, paymentMethods } from '@countinghouse/core/payments/states';
import type { Ctx } from '@countinghouse/core/platform/context';
import { getTranslations } from 'next-intl/server';
import type { Filter, Preset } from '../../../../../ui/filters/types';
import { customerOption } from '../../_components/customer-option';

/** What a list of payments can be filtered by, and what most look for in it. */
export async function paymentFilters(
  ctx: Ctx,
  tenant: string,
  { customerId, currency }: Record<string, string>,
): Promise<{ filters: Filter[]; presets: Preset[] }> {
  const [t, current] = await Promise.all([getTranslations('payments'), customerOption(ctx, customerId)]);
  const filters: Filter[] = [
    { kind: 'dates', key: 'day', label: t('fields.day'), from: 'from', to: 'to', pinned: true },
    {
      kind: 'lookup',
      key: 'customerId',
      label: t('fields.customer'),
      source: `/${tenant}/search/customers`,
      ...(current && { current }),
      pinned: true,
    },
    {
      kind: 'choice',
      key: 'method',
      label: t('fields.method'),
      options: paymentMethods.map((value) => ({ value, label: t(`methods.${value}`) })),
      pinned: true,
    },
    {
      kind: 'choice',
      key: 'direction',
      label: t('fields.direction'),
      options: paymentDirections.map((value) => ({ value, label: t(`directions.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: t('fields.state'),
      options: [
        { value: 'booked', label: t('booked') },
        { value: 'voided', label: t('states.voided') },
      ],
    },
    {
      kind: 'lookup',
      key: 'currency',
      label: t('fields.currency'),
      source: `/${tenant}/search/choices/currencies`,
      ...(currency && { current: { value: currency, label: currency } }),
    },
  ];
  return { filters, presets: [{ label: t('withCredit'), params: { unallocated: 'true' } }] };
}
