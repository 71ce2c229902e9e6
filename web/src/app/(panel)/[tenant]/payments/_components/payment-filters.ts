import { paymentDirections, paymentMethods } from '@countinghouse/core/payments/states';
import { getTranslations } from 'next-intl/server';
import type { Filter, Preset } from '../../../../../ui/filters/types';

/** What a list of payments can be filtered by, and what most look for in it. */
export async function paymentFilters(
  tenant: string,
  customer: { id: string; name: string } | undefined,
  currency: string | undefined,
): Promise<{ filters: Filter[]; presets: Preset[] }> {
  const t = await getTranslations('payments');
  const filters: Filter[] = [
    { kind: 'dates', key: 'day', label: t('fields.day'), from: 'from', to: 'to', pinned: true },
    {
      kind: 'lookup',
      key: 'customerId',
      label: t('fields.customer'),
      source: `/${tenant}/search/customers`,
      ...(customer && { current: { value: customer.id, label: customer.name } }),
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
