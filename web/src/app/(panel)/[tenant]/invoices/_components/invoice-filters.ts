import { invoiceKinds, invoiceStates, paymentStates } from '@countinghouse/core/invoices/states';
import type { Ctx } from '@countinghouse/core/platform/context';
import { getTranslations } from 'next-intl/server';
import type { Filter, Preset } from '../../../../../ui/filters/types';
import { customerOption } from '../../_components/customer-option';

/** What a list of invoices can be filtered by, and the sets that are asked for all the time. */
export async function invoiceFilters(
  ctx: Ctx,
  tenant: string,
  chosen: Record<string, string>,
): Promise<{ filters: Filter[]; presets: Preset[] }> {
  const [t, current] = await Promise.all([
    getTranslations('invoices'),
    customerOption(ctx, chosen['customerId']),
  ]);
  const dates = (key: 'issued' | 'due', pinned = false): Filter => ({
    kind: 'dates',
    key,
    label: t(`filters.${key}`),
    from: `${key}From`,
    to: `${key}To`,
    pinned,
  });
  const filters: Filter[] = [
    {
      kind: 'choice',
      key: 'state',
      label: t('filters.state'),
      options: invoiceStates.map((value) => ({ value, label: t(`states.${value}`) })),
      many: true,
      pinned: true,
    },
    {
      kind: 'choice',
      key: 'paymentState',
      label: t('filters.paymentState'),
      options: paymentStates.map((value) => ({ value, label: t(`paymentStates.${value}`) })),
      many: true,
      pinned: true,
    },
    dates('issued', true),
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
      options: invoiceKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
      many: true,
    },
    dates('due'),
    {
      kind: 'choice',
      key: 'overdue',
      label: t('overdue'),
      options: [{ value: 'true', label: t('filters.yes') }],
    },
    {
      kind: 'lookup',
      key: 'currency',
      label: t('filters.currency'),
      source: `/${tenant}/search/choices/currencies`,
      ...(chosen['currency'] && { current: { value: chosen['currency'], label: chosen['currency'] } }),
    },
    { kind: 'text', key: 'tag', label: t('filters.tag') },
  ];
  const presets: Preset[] = [
    { label: t('presets.drafts'), params: { state: 'draft' } },
    { label: t('presets.open'), params: { paymentState: 'open,partly_paid' } },
    { label: t('presets.overdue'), params: { overdue: 'true' } },
    { label: t('presets.paid'), params: { paymentState: 'paid' } },
  ];
  return { filters, presets };
}
