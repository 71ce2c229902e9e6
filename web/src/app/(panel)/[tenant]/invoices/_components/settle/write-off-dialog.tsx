'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { writeOffKinds, type WriteOffKind } from '@countinghouse/core/payments/states';
import { formatMoney } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../../ui/dialog';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../../ui/form/reader-context';
import classes from '../../../_components/dialogs.module.css';
import { writeOffAction } from '../../../payments/actions';
import { minorOf, textOf } from '../../../payments/_components/amounts';
import { useVerb } from '../../../settings/_components/use-verb';
import { amountFault, isAmount } from './faults';
import type { Settling } from './load-settling';

interface WriteOffDialogProps {
  tenant: string;
  settling: Settling;
  onClose: () => void;
}

/** Lets go what is open of a document: a fee of the bank, a cash discount, a small difference. */
export function WriteOffDialog({ tenant, settling, onClose }: WriteOffDialogProps) {
  const t = useTranslations('invoices.settle');
  const reader = useReader();
  const { busy, failure, run } = useVerb();
  const { id, number, open } = settling.invoice;
  const [amount, setAmount] = useState(textOf(open.amount, open.currency, reader.numberFormat));
  const [kind, setKind] = useState<WriteOffKind>('underpayment');
  const [note, setNote] = useState('');
  const minor = minorOf(amount, open.currency, reader.numberFormat);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (minor === null) return;
    const done = await run(
      () => writeOffAction(tenant, { invoiceId: id, amount: minor, kind, note }),
      t('writtenOff', { amount: formatMoney(BigInt(minor), open.currency, reader) }),
    );
    if (done) onClose();
  };
  return (
    <Dialog open title={t('writeOffTitle', { number })} onClose={onClose} busy={busy}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} beside={isAmount} />
        <p className={classes.quiet}>{t('writeOffHint')}</p>
        <TextInput
          label={t('amount', { currency: open.currency })}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={minor === null ? t('noAmount') : amountFault(failure)}
          data-autofocus
        />
        <NativeSelect
          label={t('kind')}
          data={writeOffKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(event) =>
            setKind(writeOffKinds.find((each) => each === event.currentTarget.value) ?? 'other')
          }
        />
        <TextInput
          label={t('note')}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy} disabled={minor === null || BigInt(minor) <= 0n}>
            {t('writeOffNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
