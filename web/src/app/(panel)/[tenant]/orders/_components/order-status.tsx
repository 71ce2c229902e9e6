import type { OrderKind, OrderStatus } from '@countinghouse/core/orders/states';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

const tones: Record<OrderStatus, Tone> = {
  draft: 'off',
  placed: 'info',
  partly_fulfilled: 'warn',
  fulfilled: 'good',
  closed: 'off',
  cancelled: 'off',
};

/** The status of an order; a return says so beside it. */
export function OrderStatusLabel({ status, kind }: { status: OrderStatus; kind: OrderKind }) {
  const t = useTranslations('orders');
  return (
    <>
      {kind === 'return' && <StatusLabel tone="warn">{t('kinds.return')}</StatusLabel>}{' '}
      <StatusLabel tone={tones[status]}>{t(`statuses.${status}`)}</StatusLabel>
    </>
  );
}
