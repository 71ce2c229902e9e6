'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { paymentMethods, type PaymentMethod } from '@countinghouse/core/payments/states';
import { formatMoney } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../../ui/dialog';
import { faultsByPath } from '../../../../../../ui/form/action-result';
import { DateField } from '../../../../../../ui/form/date-field';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../../ui/form/reader-context';
import classes from '../../../_components/dialogs.module.css';
import { refundPaymentAction } from '../../../payments/actions';
import { minorOf, textOf } from '../../../payments/_components/amounts';
import { noRate, rateInput, rateIsWrong } from '../../../payments/_components/rate-draft';
import { RateFields } from '../../../payments/_components/rate-fields';
import { useVerb } from '../../../settings/_components/use-verb';
import type { Settling } from './load-settling';

interface PayBackDialogProps {
  tenant: string;
  /** Of a credit note. */
  settling: Settling;
  onClose: () => void;
}

const fields = ['amount', 'day', 'reference', 'bankAccountId', 'exchangeRate', 'exchangeRateDate'];

function initialOf({ invoice, today, accounts }: Settling, amount: string) {
  const { number, open } = invoice;
  return {
    amount,
    day: today,
    method: 'bank_transfer' as PaymentMethod,
    reference: number,
    bankAccountId: accounts.find(({ currency }) => currency === open.currency)?.id ?? '',
    ...noRate,
  };
}

/** Records that what is left of a credit note was paid back. */
export function PayBackDialog({ tenant, settling, onClose }: PayBackDialogProps) {
  const t = useTranslations('invoices.settle');
  const tPayments = useTranslations('payments');
  const reader = useReader();
  const { busy, failure, run } = useVerb();
  const { invoice, accounts, companyCurrency } = settling;
  const { id: creditNoteId, number, open } = invoice;
  const { currency } = open;
  const [draft, setDraft] = useState(() =>
    initialOf(settling, textOf(open.amount, currency, reader.numberFormat)),
  );
  const change = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }));
  const minor = minorOf(draft.amount, currency, reader.numberFormat);
  const isForeign = currency !== companyCurrency;
  const wrongRate = isForeign && rateIsWrong(draft, reader.numberFormat);
  const errors: Record<string, string> = {
    ...faultsByPath(failure),
    ...(wrongRate && { exchangeRate: tPayments('form.noRate') }),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (minor === null) return;
    const { day, method, reference, bankAccountId } = draft;
    const done = await run(
      () =>
        refundPaymentAction(tenant, {
          creditNoteId,
          amount: minor,
          ...(day && { day }),
          method,
          reference,
          bankAccountId: bankAccountId || null,
          ...(isForeign && rateInput(draft, reader.numberFormat)),
        }),
      t('paidBack', { amount: formatMoney(BigInt(minor), currency, reader) }),
    );
    if (done) onClose();
  };
  return (
    <Dialog open title={t('payBackTitle', { number })} onClose={onClose} busy={busy}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} beside={(path) => fields.includes(path)} />
        <TextInput
          label={t('amount', { currency })}
          inputMode="decimal"
          autoComplete="off"
          value={draft.amount}
          onChange={(event) => change({ amount: event.currentTarget.value })}
          error={minor === null ? t('noAmount') : errors['amount']}
          data-autofocus
        />
        <DateField
          label={tPayments('fields.day')}
          value={draft.day}
          onChange={(day) => change({ day })}
          error={errors['day']}
        />
        <NativeSelect
          label={tPayments('fields.method')}
          data={paymentMethods.map((value) => ({ value, label: tPayments(`methods.${value}`) }))}
          value={draft.method}
          onChange={(event) =>
            change({ method: paymentMethods.find((each) => each === event.currentTarget.value) ?? 'other' })
          }
        />
        <TextInput
          label={tPayments('fields.reference')}
          maxLength={200}
          value={draft.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
          error={errors['reference']}
        />
        {accounts.length > 0 && (
          <NativeSelect
            label={tPayments('fields.bankAccount')}
            data={[
              { value: '', label: t('noAccount') },
              ...accounts.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` })),
            ]}
            value={draft.bankAccountId}
            onChange={(event) => change({ bankAccountId: event.currentTarget.value })}
            error={errors['bankAccountId']}
          />
        )}
        {isForeign && (
          <RateFields draft={draft} from={currency} to={companyCurrency} errors={errors} change={change} />
        )}
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={busy}
            disabled={wrongRate || minor === null || BigInt(minor) <= 0n}
          >
            {t('payBackNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
