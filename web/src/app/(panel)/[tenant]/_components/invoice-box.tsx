import type { InvoiceSummaryDto } from '@countinghouse/core/invoices/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount } from '../../../../ui/amount';
import type { Reader } from '../../../../ui/reader';
import { InvoiceLabels } from '../invoices/_components/invoice-labels';
import { signed } from '../invoices/_components/signed';
import classes from './detail.module.css';

interface InvoiceBoxProps {
  tenant: string;
  title: string;
  /** Said where there are none. */
  none: string;
  invoices: readonly InvoiceSummaryDto[];
  reader: Reader;
  /** The way to all of them, or to a new one. */
  children?: ReactNode;
}

/** The newest invoices of an order or a customer. */
export function InvoiceBox({ tenant, title, none, invoices, reader, children }: InvoiceBoxProps) {
  const t = useTranslations('invoices');
  const now = new Date();
  return (
    <section className={classes.box}>
      <div className={classes.boxHead}>
        <h2>{title}</h2>
        {children}
      </div>
      {invoices.length === 0 ? (
        <p className={classes.quiet}>{none}</p>
      ) : (
        <table className={classes.table} aria-label={title}>
          <tbody>
            {invoices.map((invoice) => {
              const { amount, currency } = signed(invoice, invoice.total);
              return (
                <tr key={invoice.id}>
                  <td>
                    <Link href={`/${tenant}/invoices/${invoice.id}`}>{invoice.number ?? t('noNumber')}</Link>
                  </td>
                  <td className={`${classes.quiet} ${classes.wideOnly}`}>
                    {invoice.issueDate && formatDate(invoice.issueDate, { ...reader, now })}
                  </td>
                  <td>
                    <InvoiceLabels invoice={invoice} />
                  </td>
                  <td className={classes.end}>
                    <Amount minor={amount} currency={currency} numberFormat={reader.numberFormat} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
