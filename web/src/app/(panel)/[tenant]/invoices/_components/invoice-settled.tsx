'use client';

import type { AllocationDto, InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { readWriteOff } from '@countinghouse/core/payments/states';
import { formatMoney } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '../../../../../ui/amount';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { StatusLabel } from '../../../../../ui/status-label';
import { takeBackAllocationAction } from '../../payments/actions';
import { useVerb } from '../../settings/_components/use-verb';
import classes from './invoice-page.module.css';
import { lastOfEach } from './settled-rows';

interface InvoiceSettledProps {
  tenant: string;
  invoice: Pick<InvoiceDto, 'kind' | 'state' | 'allocations'>;
  /** Whether what settles it may be taken back. */
  mayWrite: boolean;
}

/** Where the money came from or went, with the way there. */
function Source({ tenant, isCredit, row }: { tenant: string; isCredit: boolean; row: AllocationDto }) {
  const t = useTranslations('invoices');
  if (row.paymentId) {
    return (
      <Link href={`/${tenant}/payments/${row.paymentId}`}>
        {t(isCredit ? 'money.sources.refund' : 'money.sources.payment')}
      </Link>
    );
  }
  if (row.document) {
    return (
      <>
        {t(isCredit ? 'money.sources.invoice' : 'money.sources.credit_note')}{' '}
        <Link className={classes.figure} href={`/${tenant}/invoices/${row.document.id}`}>
          {row.document.number}
        </Link>
      </>
    );
  }
  const kind = readWriteOff(row.reason)?.kind;
  return kind ? t(`settle.kinds.${kind}`) : t('money.sources.write_off');
}

interface RowProps {
  tenant: string;
  isCredit: boolean;
  row: AllocationDto;
  children: ReactNode;
}

function Row({ tenant, isCredit, row, children }: RowProps) {
  const t = useTranslations('invoices.money');
  const reader = useReader();
  const { amount, exchangeDifference } = row;
  const note = row.source === 'write_off' ? (readWriteOff(row.reason)?.note ?? row.reason) : row.reason;
  const difference =
    exchangeDifference.amount !== '0' &&
    t('difference', {
      amount: formatMoney(BigInt(exchangeDifference.amount), exchangeDifference.currency, reader),
    });
  return (
    <li>
      <div>
        <span>
          <Source tenant={tenant} isCredit={isCredit} row={row} />{' '}
          {row.takenBack && <StatusLabel tone="off">{t('takenBack')}</StatusLabel>}
        </span>
        <Amount minor={amount.amount} currency={amount.currency} numberFormat={reader.numberFormat} />
      </div>
      <div>
        <small>
          {[formatDate(row.day, { ...reader, now: new Date() }), difference, note]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {children}
      </div>
    </li>
  );
}

/** What settled a document, or what a credit note was used for: every row stays, and can be taken back. */
export function InvoiceSettled({ tenant, invoice, mayWrite }: InvoiceSettledProps) {
  const t = useTranslations('invoices.money');
  const reader = useReader();
  const { busy, failure, run } = useVerb();
  const { allocations, kind, state } = invoice;
  if (allocations.length === 0) return null;
  const isCredit = kind === 'credit_note';
  const open = lastOfEach(allocations);
  const takeBack = (id: string) => run(() => takeBackAllocationAction(tenant, id), t('nowOpen'));
  return (
    <section className={classes.box}>
      <h2>{t(isCredit ? 'used' : 'payments')}</h2>
      <FailureNotice failure={failure} />
      <ul className={classes.settled}>
        {allocations.map((row) => {
          const net = open.get(row.id);
          return (
            <Row key={row.id} tenant={tenant} isCredit={isCredit} row={row}>
              {mayWrite && state === 'issued' && net !== undefined && (
                <ConfirmButton
                  label={t('takeBack')}
                  confirm={t('takeBackNow', { amount: formatMoney(net, row.amount.currency, reader) })}
                  busy={busy}
                  onConfirm={() => void takeBack(row.id)}
                />
              )}
            </Row>
          );
        })}
      </ul>
    </section>
  );
}
