'use client';

import { canMove, type OrderMove, type OrderStatus } from '@countinghouse/core/orders/states';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
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
  const possible = (['close', 'fulfil', 'place'] as const).filter((name) => canMove(status, name));
  return (
    <div className={classes.moves}>
      {canMove(status, 'cancel') && (
        <ConfirmButton
          look="plain"
          label={t('cancel')}
          confirm={t('cancelNow')}
          dismiss={t('keep')}
          busy={busy}
          onConfirm={() => move('cancel')}
        />
      )}
      {possible.map((name) => (
        <Button key={name} look="primary" busy={busy} onClick={() => move(name)}>
          {t(name)}
        </Button>
      ))}
      {failure && <ErrorNotice title={failure.message} requestId={failure.requestId} />}
    </div>
  );
}
