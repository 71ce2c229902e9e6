'use client';

import { TextInput } from '@mantine/core';
import { formatMoney, type MoneyJson } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../../ui/dialog';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../../ui/form/reader-context';
import classes from '../../../_components/dialogs.module.css';
import { allocatePaymentAction, applyCreditAction } from '../../../payments/actions';
import { minorOf, textOf } from '../../../payments/_components/amounts';
import { useVerb } from '../../../settings/_components/use-verb';
import { amountFault, isAmount } from './faults';
import type { Settling } from './load-settling';

interface UseCreditDialogProps {
  tenant: string;
  settling: Settling;
  onClose: () => void;
}

interface Source {
  id: string;
  label: string;
  left: MoneyJson;
  /** Of a payment, which is used in another way than a credit note. */
  version?: number;
}

const smaller = (a: string, b: string) => (BigInt(a) < BigInt(b) ? a : b);

/** What the customer has: credit notes that are not used up, and payments that are not allocated. */
function useSources({ documents, payments }: Settling): Source[] {
  const t = useTranslations('invoices.settle');
  const reader = useReader();
  return [
    ...documents.map(({ id, number, open }) => ({ id, label: t('creditNote', { number }), left: open })),
    ...payments.map(({ id, version, day, credit }) => ({
      id,
      version,
      label: t('payment', { date: formatDate(day, reader) }),
      left: credit,
    })),
  ];
}

/** Settles an invoice with credit that its customer has. */
export function UseCreditDialog({ tenant, settling, onClose }: UseCreditDialogProps) {
  const t = useTranslations('invoices.settle');
  const reader = useReader();
  const { busy, failure, run } = useVerb();
  const { id: invoiceId, number, open } = settling.invoice;
  const sources = useSources(settling);
  const most = ({ left }: Source) =>
    textOf(smaller(left.amount, open.amount), open.currency, reader.numberFormat);
  const [first] = sources;
  const [chosenId, setChosenId] = useState(first?.id);
  const [amount, setAmount] = useState(first ? most(first) : '');
  const chosen = sources.find(({ id }) => id === chosenId);
  const minor = minorOf(amount, open.currency, reader.numberFormat);
  const choose = (source: Source) => {
    setChosenId(source.id);
    setAmount(most(source));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (minor === null || !chosen) return;
    const { id, version } = chosen;
    const done = await run(
      () =>
        version === undefined
          ? applyCreditAction(tenant, { creditNoteId: id, invoiceId, amount: minor })
          : allocatePaymentAction(tenant, id, version, { allocations: [{ invoiceId, amount: minor }] }),
      t('creditUsed', { amount: formatMoney(BigInt(minor), open.currency, reader) }),
    );
    if (done) onClose();
  };
  return (
    <Dialog open title={t('useCreditTitle', { number })} onClose={onClose} busy={busy}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} beside={isAmount} />
        <fieldset className={classes.choices}>
          <legend>{t('which')}</legend>
          {sources.map((source) => (
            <label key={source.id} className={classes.choice}>
              <input
                type="radio"
                name="source"
                checked={source.id === chosenId}
                onChange={() => choose(source)}
              />
              <span>{source.label}</span>
              <small>
                {t('left', { amount: formatMoney(BigInt(source.left.amount), source.left.currency, reader) })}
              </small>
            </label>
          ))}
        </fieldset>
        <TextInput
          label={t('amount', { currency: open.currency })}
          description={t('openOf', { amount: formatMoney(BigInt(open.amount), open.currency, reader) })}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={minor === null ? t('noAmount') : amountFault(failure)}
        />
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={busy}
            disabled={!chosen || minor === null || BigInt(minor) <= 0n}
          >
            {t('useCreditNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
