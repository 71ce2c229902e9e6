'use client';

import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import classes from '../../_components/dialogs.module.css';
import { QuantityTable } from '../../_components/quantity-table';
import {
  isQuantity,
  quantityFaults,
  typedQuantities,
  type QuantityRow,
  type TakenQuantity,
} from '../../_components/typed-quantities';
import { useVerb } from '../../settings/_components/use-verb';
import { deliverOrderAction } from '../actions';

export interface DeliverPartProps {
  tenant: string;
  order: { id: string; number: string; version: number };
  /** What is left to deliver of each line. */
  lines: readonly QuantityRow[];
  numberFormat: NumberFormat;
}

/** How much of each line was delivered. */
export function DeliverPartForm({
  tenant,
  order,
  lines,
  numberFormat,
  onClose,
}: DeliverPartProps & { onClose: () => void }) {
  const t = useTranslations('orders.deliverPart');
  const { busy, failure, run } = useVerb();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [sent, setSent] = useState<TakenQuantity[]>([]);
  const items = typedQuantities(lines, typed, numberFormat);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(items);
    if (await run(() => deliverOrderAction(tenant, order.id, order.version, { items }))) onClose();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice failure={failure} beside={isQuantity} />
      <QuantityTable
        rows={lines}
        typed={typed}
        onType={setTyped}
        faults={quantityFaults(failure, sent)}
        numberFormat={numberFormat}
        labels={{ title: t('line'), left: t('left'), take: t('take') }}
      />
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('dismiss')}
        </Button>
        <Button type="submit" look="primary" busy={busy} disabled={items.length === 0}>
          {t('now')}
        </Button>
      </DialogActions>
    </form>
  );
}
