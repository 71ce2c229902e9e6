import { invoiceSums, MOST_SUMMED } from '@countinghouse/core/invoices';
import { formatNumber } from '@countinghouse/core/platform/money';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import { Amount } from '../../../../../ui/amount';
import classes from './invoices.module.css';

interface InvoiceSumsProps {
  company: Company;
  filters: Record<string, string>;
}

/** How many invoices the filters find and what they ask for, one line a currency; no sums of very many. */
export async function InvoiceSums({ company, filters }: InvoiceSumsProps) {
  const [t, sums] = await Promise.all([getTranslations('invoices.sums'), invoiceSums(company.ctx, filters)]);
  const { numberFormat } = readerOf(company);
  if (!sums) {
    const most = formatNumber(String(MOST_SUMMED), numberFormat);
    return <p className={classes.tooMany}>{t('tooMany', { most })}</p>;
  }
  return (
    <ul className={classes.sums} aria-label={t('title')}>
      {sums.map(({ count, payable, open }) => (
        <li key={payable.currency}>
          <span>{t('count', { count, shown: formatNumber(String(count), numberFormat) })}</span>
          <span>
            {t('total')}{' '}
            <Amount minor={payable.amount} currency={payable.currency} numberFormat={numberFormat} />
          </span>
          <span>
            {t('open')} <Amount minor={open.amount} currency={open.currency} numberFormat={numberFormat} />
          </span>
        </li>
      ))}
    </ul>
  );
}
