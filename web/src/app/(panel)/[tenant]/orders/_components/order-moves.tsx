'use client';

import { canMove, type OrderMove, type OrderStatus } from '@countinghouse/core/orders/states';
import { IconBan, IconChecklist, IconCircleCheck, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { moveOrderAction } from '../actions';

interface OrderMoveProps {
  tenant: string;
  order: { id: string; number: string; status: OrderStatus; version: number };
}

/** Moves the order once at a time. A refusal is told, and the page shows how the order stands now. */
function useMove({ tenant, order }: OrderMoveProps) {
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const move = (name: OrderMove) =>
    start(async () => {
      const result = await moveOrderAction(tenant, order.id, name, order.version).catch(() => null);
      if (!result?.ok) showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      router.refresh();
    });
  return { busy, move };
}

const steps = [
  { name: 'place', icon: IconChecklist },
  { name: 'fulfil', icon: IconTruckDelivery },
  { name: 'close', icon: IconCircleCheck },
] as const;

/** The next step of the order, where it has one. */
export function NextStep(props: OrderMoveProps) {
  const t = useTranslations('orders.moves');
  const { busy, move } = useMove(props);
  const next = steps.find(({ name }) => canMove(props.order.status, name));
  if (!next) return null;
  return (
    <Button look="primary" icon={next.icon} busy={busy} onClick={() => move(next.name)}>
      {t(next.name)}
    </Button>
  );
}

/** Cancels the order, which cannot be taken back. */
export function CancelOrder(props: OrderMoveProps) {
  const t = useTranslations('orders.moves');
  const { busy, move } = useMove(props);
  if (!canMove(props.order.status, 'cancel')) return null;
  return (
    <ConfirmButton
      look="plain"
      icon={IconBan}
      label={t('cancel')}
      confirm={t('cancelNow')}
      dismiss={t('keep')}
      busy={busy}
      onConfirm={() => move('cancel')}
    />
  );
}
