'use client';

import type { OpenDocumentDto, PaymentDetailDto } from '@countinghouse/core/payments/schemas';
import { formatAmount } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { allocatePaymentAction } from '../actions';
import { allocationsOf, OpenItems, spread, type Amounts } from './open-items';
import classes from './payments.module.css';
import { useRun } from './use-run';

interface AllocateRestProps {
  tenant: string;
  payment: PaymentDetailDto;
  documents: readonly OpenDocumentDto[];
}

/** Uses what is left of a payment for documents that are open. */
export function AllocateRest({ tenant, payment, documents }: AllocateRestProps) {
  const t = useTranslations('payments.form');
  const router = useRouter();
  const { numberFormat } = useReader();
  const [amounts, setAmounts] = useState<Amounts>({});
  const { run, busy, failure } = useRun();
  const { amount, currency } = payment.credit;
  const allocations = allocationsOf(documents, amounts, numberFormat);
  const used = (allocations ?? []).reduce((sum, each) => sum + BigInt(each.amount), 0n);
  const rest = BigInt(amount) - used;
  const save = async () => {
    if (!allocations) return;
    if (!(await run(() => allocatePaymentAction(tenant, payment.id, payment.version, { allocations }))))
      return;
    setAmounts({});
    router.refresh();
  };
  return (
    <section className={classes.box}>
      <h2>{t('useRest')}</h2>
      <FailureNotice failure={failure} />
      <OpenItems
        documents={documents}
        amounts={amounts}
        onChange={setAmounts}
        customerId={payment.customer?.id ?? null}
      />
      <div className={classes.bar}>
        <Button look="primary" busy={busy} disabled={used === 0n || rest < 0n} onClick={() => void save()}>
          {t('allocate')}
        </Button>
        <Button onClick={() => setAmounts(spread(documents, BigInt(amount), numberFormat))}>
          {t('spread')}
        </Button>
        <p role="status">
          {allocations
            ? t(rest < 0n ? 'over' : 'rest', {
                amount: `${formatAmount(rest < 0n ? -rest : rest, currency, numberFormat)} ${currency}`,
              })
            : t('noAmounts')}
        </p>
      </div>
    </section>
  );
}
