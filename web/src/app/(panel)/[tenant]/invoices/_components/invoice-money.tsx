import type { AllocationDto, InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { formatAmount } from '@countinghouse/core/platform/money';
import { daysBetween, formatDate } from '@countinghouse/core/platform/time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import classes from './invoice-page.module.css';

interface InvoiceMoneyProps {
  tenant: string;
  invoice: InvoiceDto;
  reader: Reader;
  /** The company's today, YYYY-MM-DD. */
  today: string;
}

/** "due in 5 days": the nearer, the plainer. */
function DueText({ invoice, today, reader }: Omit<InvoiceMoneyProps, 'tenant'>) {
  const t = useTranslations('invoices.money');
  const { dueDate, open } = invoice;
  if (!dueDate || open.amount === '0') return null;
  const days = daysBetween(today, dueDate);
  if (days > 30) return t('dueOn', { date: formatDate(dueDate, { ...reader, now: new Date() }) });
  return days < 0 ? t('late', { days: -days }) : t('due', { days });
}

/** What is open of it, in the largest figure of the page. */
export function OpenAmount({ invoice, today, reader }: Omit<InvoiceMoneyProps, 'tenant'>) {
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
      {invoice.voidReason && <p className={classes.quiet}>{invoice.voidReason}</p>}
    </section>
  );
}

function hrefOf(tenant: string, { paymentId, creditNoteId }: AllocationDto): string | null {
  if (paymentId) return `/${tenant}/payments/${paymentId}`;
  return creditNoteId ? `/${tenant}/invoices/${creditNoteId}` : null;
}

/** What has been paid on it, taken off by credit notes or written off. */
export function Allocations({ tenant, invoice, reader }: Omit<InvoiceMoneyProps, 'today'>) {
  const t = useTranslations('invoices.money');
  if (invoice.allocations.length === 0) return null;
  const now = new Date();
  return (
    <section className={classes.box}>
      <h2>{t('payments')}</h2>
      <ul className={classes.rows}>
        {invoice.allocations.map((each) => {
          const href = hrefOf(tenant, each);
          const text = each.reason || t(`sources.${each.source}`);
          return (
            <li key={each.id}>
              <span>
                {formatDate(each.day, { ...reader, now })} · {href ? <Link href={href}>{text}</Link> : text}
              </span>
              <span className={classes.figure}>
                {formatAmount(BigInt(each.amount.amount), each.amount.currency, reader.numberFormat)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
