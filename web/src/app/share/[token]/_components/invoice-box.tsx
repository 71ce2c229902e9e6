import type { DocumentSnapshot } from '@countinghouse/core/documents/schemas';
import type { SharedInvoice } from '@countinghouse/core/sharing';
import type { Language } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import type { Writing } from './writing';
import classes from '../share.module.css';

interface InvoiceBoxProps {
  invoice: SharedInvoice;
  language: Language;
  writing: Writing;
}

const isOpen = ({ kind, state, paymentState }: SharedInvoice) =>
  kind !== 'credit_note' && state === 'issued' && (paymentState === 'open' || paymentState === 'partly_paid');

/** What is left to be paid, and until when. */
export async function InvoiceBox({ invoice, language, writing }: InvoiceBoxProps) {
  const t = await getTranslations({ locale: language, namespace: 'share' });
  if (invoice.state === 'voided') return <p className={classes.text}>{t('invoice.voided')}</p>;
  if (!isOpen(invoice)) {
    return (
      <p className={classes.text}>{t(invoice.kind === 'credit_note' ? 'invoice.credit' : 'invoice.paid')}</p>
    );
  }
  return (
    <>
      <p className={classes.amount}>{writing.money(invoice.open)}</p>
      {invoice.dueDate && (
        <p className={classes.text}>
          {t(invoice.overdue ? 'invoice.overdueSince' : 'invoice.dueOn', {
            date: writing.date(invoice.dueDate),
          })}
        </p>
      )}
    </>
  );
}

interface PaymentProps {
  payment: DocumentSnapshot['payment'];
  number: string;
  language: Language;
}

/** Where to pay, and what to write into the transfer. */
export async function PaymentFacts({ payment, number, language }: PaymentProps) {
  const t = await getTranslations({ locale: language, namespace: 'share' });
  const reference = payment.reference.replaceAll('{number}', number);
  if (payment.accounts.length === 0) return null;
  return (
    <section className={classes.box}>
      <h2>{t('pay.title')}</h2>
      {payment.accounts.map((account) => (
        <dl key={account.iban ?? account.accountNumber} className={classes.facts}>
          {(
            [
              ['holder', account.holder],
              ['iban', account.iban?.replace(/(.{4})(?=.)/g, '$1 ')],
              ['bic', account.bic],
              ['accountNumber', account.iban ? null : account.accountNumber],
              ['bankCode', account.iban ? null : account.bankCode],
              ['bank', account.bankName],
              ['reference', reference],
            ] as const
          ).map(
            ([key, value]) =>
              value && (
                <div key={key} className={classes.fact}>
                  <dt>{t(`pay.${key}`)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      ))}
    </section>
  );
}
