'use client';

import type { PaymentDetailDto } from '@countinghouse/core/payments/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Amount } from '../../../../../ui/amount';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { StatusLabel } from '../../../../../ui/status-label';
import { takeBackAllocationAction } from '../actions';
import classes from './payments.module.css';
import { useRun } from './use-run';

interface SettledProps {
  tenant: string;
  payment: PaymentDetailDto;
  mayWrite: boolean;
}

/** What a payment settles, and what was taken back of it: every row stays. */
export function Settled({ tenant, payment, mayWrite }: SettledProps) {
  const t = useTranslations('payments.settled');
  const reader = useReader();
  const router = useRouter();
  const { run, busy, failure } = useRun();
  const { allocations, refunds } = payment;
  const takeBack = async (id: string) => {
    await run(() => takeBackAllocationAction(tenant, id));
    router.refresh();
  };
  const money = ({ amount, currency }: PaymentDetailDto['amount']) => (
    <Amount minor={amount} currency={currency} numberFormat={reader.numberFormat} />
  );
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <FailureNotice failure={failure} />
      {allocations.length + refunds.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      {allocations.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t('title')}>
            <tbody>
              {allocations.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link className={classes.whole} href={`/${tenant}/invoices/${row.invoice.id}`}>
                      {row.invoice.number}
                    </Link>{' '}
                    {row.takenBack && <StatusLabel tone="off">{t('takenBack')}</StatusLabel>}
                    {row.exchangeDifference.amount !== '0' && (
                      <span className={classes.quiet}>
                        {' '}
                        {t('difference')} {money(row.exchangeDifference)}
                      </span>
                    )}
                  </td>
                  <td className={classes.wideOnly}>{formatDate(row.day, reader)}</td>
                  <td className={classes.end}>{money(row.amount)}</td>
                  {mayWrite && (
                    <td className={classes.end}>
                      {!row.takenBack && (
                        <ConfirmButton
                          label={t('takeBack')}
                          confirm={t('takeBackOf', { number: row.invoice.number })}
                          busy={busy}
                          onConfirm={() => void takeBack(row.id)}
                        />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {refunds.length > 0 && (
        <ul className={classes.parts} aria-label={t('refunds')}>
          {refunds.map((refund) => (
            <li key={refund.id}>
              <Link href={`/${tenant}/payments/${refund.id}`}>
                {t('refund')} {formatDate(refund.day, reader)}
              </Link>
              {money(refund.amount)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
