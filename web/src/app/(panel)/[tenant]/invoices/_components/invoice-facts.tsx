import type { InvoiceDto, RelatedInvoice } from '@countinghouse/core/invoices/schemas';
import { formatAmount, formatNumber } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Reader } from '../../../../../ui/reader';
import classes from './invoice-page.module.css';

interface InvoiceFactsProps {
  tenant: string;
  invoice: InvoiceDto;
  reader: Reader;
}

function Rate({ invoice, reader }: Pick<InvoiceFactsProps, 'invoice' | 'reader'>) {
  const { exchangeRate, total } = invoice;
  if (!exchangeRate) return null;
  const { rate, date, source, currency, tax } = exchangeRate;
  return (
    <>
      1 {total.currency} = {formatNumber(rate, reader.numberFormat)} {currency}
      <br />
      {source}, {formatDate(date, reader)}
      {tax && (
        <>
          <br />
          {formatAmount(BigInt(tax.amount), currency, reader.numberFormat)} {currency}
        </>
      )}
    </>
  );
}

/** Facts around the document: for whom, when, and what it refers to. */
export function InvoiceFacts({ tenant, invoice, reader }: InvoiceFactsProps) {
  const t = useTranslations('invoices');
  const day = (date: string | null) => date && formatDate(date, reader);
  const { deliveryFrom, deliveryTo, customer } = invoice;
  const delivery =
    deliveryFrom && deliveryTo && deliveryFrom !== deliveryTo
      ? `${day(deliveryFrom)} – ${day(deliveryTo)}`
      : day(deliveryFrom ?? deliveryTo);
  const facts: (readonly [label: string, value: ReactNode])[] = [
    [
      t('columns.customer'),
      customer ? <Link href={`/${tenant}/customers/${customer.id}`}>{customer.name}</Link> : t('noCustomer'),
    ],
    [t('columns.issueDate'), day(invoice.issueDate)],
    [t('columns.dueDate'), day(invoice.dueDate)],
    [t('form.deliveryFrom'), delivery],
    [t('form.buyerReference'), invoice.buyerReference],
    [t('form.orderReference'), invoice.orderReference],
    [t('rate'), invoice.exchangeRate && <Rate invoice={invoice} reader={reader} />],
    [t('reminders'), invoice.remindersPaused && t('remindersPaused')],
    [t('columns.tags'), invoice.tags.join(', ')],
  ];
  return (
    <section className={classes.box}>
      <h2>{t('facts')}</h2>
      <dl className={classes.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {invoice.notes && <p className={classes.notes}>{invoice.notes}</p>}
    </section>
  );
}

function RelatedRow({
  tenant,
  label,
  invoice,
  reader,
}: Omit<InvoiceFactsProps, 'invoice'> & { label: string; invoice: RelatedInvoice }) {
  const t = useTranslations('invoices');
  return (
    <li>
      <span>
        <span className={classes.quiet}>{label}</span>{' '}
        <Link href={`/${tenant}/invoices/${invoice.id}`}>{invoice.number ?? t('noNumber')}</Link>
        {invoice.state === 'voided' && ` (${t('states.voided')})`}
      </span>
      <span className={classes.figure}>
        {formatAmount(BigInt(invoice.total.amount), invoice.total.currency, reader.numberFormat)}
      </span>
    </li>
  );
}

/** Orders, deposits, credit notes: the documents that belong to this one. */
export function RelatedRecords({ tenant, invoice, reader }: InvoiceFactsProps) {
  const t = useTranslations('invoices.related');
  const { orders, original, creditNotes, deposits, deductedBy } = invoice;
  const related: [label: string, RelatedInvoice][] = [
    ...(original ? ([[t('original'), original]] as [string, RelatedInvoice][]) : []),
    ...deposits.map((each): [string, RelatedInvoice] => [t('deposit'), each]),
    ...(deductedBy ? ([[t('deductedBy'), deductedBy]] as [string, RelatedInvoice][]) : []),
    ...creditNotes.map((each): [string, RelatedInvoice] => [t('creditNote'), each]),
  ];
  if (orders.length + related.length === 0) return null;
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <ul className={classes.rows}>
        {orders.map(({ id, number }) => (
          <li key={id}>
            <span>
              <span className={classes.quiet}>{t('order')}</span>{' '}
              <Link href={`/${tenant}/orders/${id}`}>{number}</Link>
            </span>
          </li>
        ))}
        {related.map(([label, each]) => (
          <RelatedRow key={each.id} tenant={tenant} label={label} invoice={each} reader={reader} />
        ))}
      </ul>
    </section>
  );
}
