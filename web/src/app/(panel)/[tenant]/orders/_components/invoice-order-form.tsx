'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { Button } from '../../../../../ui/button';
import { DialogActions } from '../../../../../ui/dialog';
import type { ActionFailure } from '../../../../../ui/form/action-result';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import classes from '../../_components/dialogs.module.css';
import { QuantityTable } from '../../_components/quantity-table';
import {
  isQuantity,
  quantityFaults,
  typedQuantities,
  type TakenQuantity,
} from '../../_components/typed-quantities';
import { useVerb } from '../../settings/_components/use-verb';
import { createDepositAction, invoiceOrdersAction } from '../invoice-actions';
import {
  choices,
  depositOf,
  isComplete,
  isOpen,
  selectionOf,
  type Choice,
  type InvoiceableLine,
  type TypedChoice,
} from './invoice-choice';

export interface InvoiceOrderProps {
  tenant: string;
  order: { id: string; number: string; isReturn: boolean; currency: string };
  lines: readonly InvoiceableLine[];
  /** Deposits that the last invoice will take off, as the reader writes them; empty where there are none. */
  deposits: string;
  numberFormat: NumberFormat;
}

interface PartProps extends InvoiceOrderProps {
  typed: TypedChoice;
  change: (patch: Partial<TypedChoice>) => void;
}

const hints = { percent: 'percentHint', deposit: 'depositHint' } as const;
const hintOf = (choice: Choice) => (choice in hints ? hints[choice as keyof typeof hints] : undefined);

function Choices({ order, lines, typed, change }: PartProps) {
  const t = useTranslations('invoices.fromOrder');
  // A return is credited as it came back: there is no part in advance.
  const offered = choices.filter((choice) => !order.isReturn || choice === 'all' || choice === 'items');
  return (
    <fieldset className={classes.choices}>
      <legend>{t(order.isReturn ? 'whatReturn' : 'what')}</legend>
      {offered.map((choice) => {
        const hint = hintOf(choice);
        const open = isOpen(choice, lines);
        return (
          <label key={choice} className={classes.choice}>
            <input
              type="radio"
              name="choice"
              checked={typed.choice === choice}
              disabled={!open}
              onChange={() => change({ choice })}
            />
            <span>{t(choice)}</span>
            {choice === 'fulfilled' && !open && <small>{t('nothingDelivered')}</small>}
            {hint && <small>{t(hint)}</small>}
          </label>
        );
      })}
    </fieldset>
  );
}

function Details({
  order,
  lines,
  numberFormat,
  typed,
  change,
  failure,
  sent,
}: PartProps & { failure: ActionFailure | undefined; sent: readonly TakenQuantity[] }) {
  const t = useTranslations('invoices.fromOrder');
  if (typed.choice === 'items') {
    return (
      <QuantityTable
        rows={lines}
        typed={typed.quantities}
        onType={(quantities) => change({ quantities })}
        faults={quantityFaults(failure, sent)}
        numberFormat={numberFormat}
        labels={{ title: t('line'), left: t('left'), take: t('take') }}
      />
    );
  }
  if (typed.choice === 'percent') {
    return (
      <TextInput
        label={t('percentValue')}
        inputMode="decimal"
        rightSection="%"
        value={typed.percent}
        onChange={(event) => change({ percent: event.currentTarget.value })}
        error={failure?.errors[0]?.message}
        autoFocus
      />
    );
  }
  if (typed.choice === 'deposit') {
    return (
      <TextInput
        label={t('depositValue', { currency: order.currency })}
        placeholder={t('depositValueHint')}
        value={typed.deposit}
        onChange={(event) => change({ deposit: event.currentTarget.value })}
        error={failure?.errors[0]?.message}
        autoFocus
      />
    );
  }
  return null;
}

/** What of the order is invoiced, and how much. */
export function InvoiceOrderForm({ onClose, ...props }: InvoiceOrderProps & { onClose: () => void }) {
  const { tenant, order, lines, deposits, numberFormat } = props;
  const t = useTranslations('invoices.fromOrder');
  const router = useRouter();
  const { busy, failure, run } = useVerb();
  const [typed, setTyped] = useState<TypedChoice>({
    choice: 'all',
    percent: '',
    deposit: '',
    quantities: {},
  });
  const [sent, setSent] = useState<TakenQuantity[]>([]);
  const change = (patch: Partial<TypedChoice>) => setTyped((before) => ({ ...before, ...patch }));
  const priced = { ...order, lines };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(typedQuantities(lines, typed.quantities, numberFormat));
    await run(async () => {
      const select = selectionOf(typed, priced, numberFormat);
      const result = await (select
        ? invoiceOrdersAction(tenant, { orderIds: [order.id], select })
        : createDepositAction(tenant, depositOf(typed, priced, numberFormat)));
      if (result.ok) router.push(`/${tenant}/invoices/${result.data.id}`);
      return result;
    });
  };
  const part = { ...props, typed, change };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice
        failure={failure}
        beside={(path) => isQuantity(path) || typed.choice === 'percent' || typed.choice === 'deposit'}
      />
      <Choices {...part} />
      <Details {...part} failure={failure} sent={sent} />
      {deposits && <p className={classes.quiet}>{t('deductions', { amount: deposits })}</p>}
      <p className={classes.quiet}>{t('draft')}</p>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('dismiss')}
        </Button>
        <Button type="submit" look="primary" busy={busy} disabled={!isComplete(typed, lines, numberFormat)}>
          {t('now')}
        </Button>
      </DialogActions>
    </form>
  );
}
