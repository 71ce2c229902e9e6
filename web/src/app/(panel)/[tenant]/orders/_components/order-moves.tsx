'use client';

import { canMove, type OrderMove, type OrderStatus } from '@countinghouse/core/orders/states';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button, type ButtonLook } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { moveOrderAction } from '../actions';
import type { Failure } from './use-order-draft';
import classes from './order-moves.module.css';

interface OrderMovesProps {
  tenant: string;
  id: string;
  status: OrderStatus;
  version: number;
}

const looks: Record<OrderMove, ButtonLook> = {
  cancel: 'plain',
  close: 'primary',
  fulfil: 'primary',
  place: 'primary',
};

/** The buttons that fit the order's status. */
export function OrderMoves({ tenant, id, status, version }: OrderMovesProps) {
  const t = useTranslations('orders.moves');
  const router = useRouter();
  const [busy, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const move = (name: OrderMove) =>
    start(async () => {
      const result = await moveOrderAction(tenant, id, name, version);
      setFailure(result.ok ? null : result);
      router.refresh();
    });
  const possible = (['cancel', 'close', 'fulfil', 'place'] as const).filter((name) => canMove(status, name));
  return (
    <div className={classes.moves}>
      {possible.map((name) => (
        <Button key={name} look={looks[name]} busy={busy} onClick={() => move(name)}>
          {t(name)}
        </Button>
      ))}
      {failure && <ErrorNotice title={failure.message} requestId={failure.requestId} />}
    </div>
  );
}
