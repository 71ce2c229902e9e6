import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { formatAmount } from '@countinghouse/core/platform/money';
import { daysBetween, formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import classes from './invoice-page.module.css';

interface InvoiceMoneyProps {
  invoice: InvoiceDto;
  reader: Reader;
  /** The company's today, YYYY-MM-DD. */
  today: string;
}

/** "due in 5 days": the nearer, the plainer. */
function DueText({ invoice, today, reader }: InvoiceMoneyProps) {
  const t = useTranslations('invoices.money');
  const { dueDate, open } = invoice;
  if (!dueDate || open.amount === '0') return null;
  const days = daysBetween(today, dueDate);
  if (days > 30) return t('dueOn', { date: formatDate(dueDate, { ...reader, now: new Date() }) });
  return days < 0 ? t('late', { days: -days }) : t('due', { days });
}

/** What is open of it, in the largest figure of the page, and what can be done about that. */
export function OpenAmount({
  invoice,
  today,
  reader,
  children,
}: InvoiceMoneyProps & { children: ReactNode }) {
  const t = useTranslations('invoices.money');
  const { currency } = invoice.payable;
  const { numberFormat } = reader;
  const isDraft = invoice.state === 'draft';
  const shown = isDraft || invoice.state === 'voided' ? invoice.payable : invoice.open;
  const heading = isDraft ? 'total' : invoice.state === 'voided' ? 'voided' : 'open';
  return (
    <section className={classes.box}>
      <h2>{t(invoice.kind === 'credit_note' && heading === 'open' ? 'creditLeft' : heading)}</h2>
      <Amount minor={shown.amount} currency={currency} numberFormat={numberFormat} large />
      {heading === 'open' && (
        <p className={classes.quiet}>
          {t('of', { total: formatAmount(BigInt(invoice.payable.amount), currency, numberFormat) })}
          {invoice.kind !== 'credit_note' && invoice.open.amount !== '0' && invoice.dueDate && (
            <>
              {' · '}
              <DueText invoice={invoice} today={today} reader={reader} />
            </>
          )}
        </p>
      )}
      {children}
      {invoice.voidReason && <p className={classes.quiet}>{invoice.voidReason}</p>}
    </section>
  );
}
