'use client';

import { TextInput } from '@mantine/core';
import { IconArrowBackUp, IconBan } from '@tabler/icons-react';
import type { PaymentDetailDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { refundPaymentAction, voidPaymentAction } from '../actions';
import { minorOf, textOf } from './amounts';
import classes from './payments.module.css';
import { useRun } from './use-run';

interface PaymentMovesProps {
  tenant: string;
  payment: PaymentDetailDto;
}

/** Gives back what is left of a payment. */
function Refund({ tenant, payment }: PaymentMovesProps) {
  const t = useTranslations('payments.moves');
  const router = useRouter();
  const { numberFormat } = useReader();
  const { amount, currency } = payment.credit;
  const [typed, setTyped] = useState(textOf(amount, currency, numberFormat));
  const { run, busy, failure } = useRun();
  const minor = minorOf(typed, currency, numberFormat);
  const save = async () => {
    if (minor === null) return;
    if (
      await run(() =>
        refundPaymentAction(tenant, { paymentId: payment.id, amount: minor, method: payment.method }),
      )
    ) {
      router.refresh();
    }
  };
  return (
    <section className={classes.box}>
      <h2>{t('refund')}</h2>
      <p className={classes.quiet}>{t('refundHint')}</p>
      <FailureNotice failure={failure} />
      <TextInput
        label={t('refundAmount', { currency })}
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        icon={IconArrowBackUp}
        busy={busy}
        disabled={minor === null || BigInt(minor) <= 0n}
        onClick={() => void save()}
      >
        {t('refundSave')}
      </Button>
    </section>
  );
}

/** Ends a payment that was none, with the reason. */
function Void({ tenant, payment }: PaymentMovesProps) {
  const t = useTranslations('payments.moves');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const { run, busy, failure } = useRun();
  const save = async () => {
    if (await run(() => voidPaymentAction(tenant, payment.id, payment.version, reason))) router.refresh();
  };
  return (
    <section className={classes.box}>
      <h2>{t('void')}</h2>
      <p className={classes.quiet}>{t('voidHint')}</p>
      <FailureNotice failure={failure} />
      <TextInput
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        look="danger"
        icon={IconBan}
        busy={busy}
        disabled={reason.trim() === ''}
        onClick={() => void save()}
      >
        {t('voidSave')}
      </Button>
    </section>
  );
}

/** What can still be done with a payment. */
export function PaymentMoves(props: PaymentMovesProps) {
  const { payment } = props;
  const mayRefund = payment.direction === 'in' && payment.credit.amount !== '0';
  return (
    <>
      {mayRefund && <Refund key={payment.version} {...props} />}
      {payment.refunded.amount === '0' && <Void {...props} />}
    </>
  );
}
