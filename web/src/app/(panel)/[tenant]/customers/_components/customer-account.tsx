import type { CustomerAccountDto } from '@countinghouse/core/payments/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import classes from '../../_components/detail.module.css';

interface CustomerAccountProps {
  tenant: string;
  customerId: string;
  account: CustomerAccountDto;
  reader: Reader;
  mayWrite: boolean;
}

const MOST_SHOWN = 10;

/** What the customer owes and has: the balances, what is open, and the way to the whole account. */
export function CustomerAccount({ tenant, customerId, account, reader, mayWrite }: CustomerAccountProps) {
  const t = useTranslations('payments.account');
  const { balances, openDocuments, credits } = account;
  const money = ({ amount, currency }: { amount: string; currency: string }, large = false) => (
    <Amount minor={amount} currency={currency} numberFormat={reader.numberFormat} large={large} />
  );
  return (
    <section className={classes.box}>
      <div className={classes.boxHead}>
        <h2>{t('title')}</h2>
        <Link href={`/${tenant}/customers/${customerId}/statement`}>{t('statement')}</Link>
      </div>
      {balances.length === 0 && <p className={classes.quiet}>{t('nothing')}</p>}
      {balances.map((each) => (
        <div key={each.currency} className={classes.sums}>
          {money(each.balance, true)}
          <p className={classes.quiet}>
            {t('open')} {money(each.open)}
            {each.overdue.amount !== '0' && (
              <>
                , {t('overdue')} {money(each.overdue)}
              </>
            )}
            {each.credit.amount !== '0' && (
              <>
                , {t('credit')} {money(each.credit)}
              </>
            )}
          </p>
        </div>
      ))}
      {openDocuments.length > 0 && (
        <table className={classes.table} aria-label={t('openDocuments')}>
          <tbody>
            {openDocuments.slice(0, MOST_SHOWN).map((each) => (
              <tr key={each.id}>
                <td>
                  <Link href={`/${tenant}/invoices/${each.id}`}>{each.number}</Link>
                </td>
                <td className={`${classes.quiet} ${classes.wideOnly}`}>
                  {each.dueDate && t('due', { date: formatDate(each.dueDate, reader) })}
                </td>
                <td className={classes.end}>{money(each.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {credits.length > 0 && (
        <table className={classes.table} aria-label={t('credits')}>
          <tbody>
            {credits.slice(0, MOST_SHOWN).map((each) => (
              <tr key={each.id}>
                <td>
                  <Link href={`/${tenant}/payments/${each.id}`}>
                    {t('payment', { date: formatDate(each.day, reader) })}
                  </Link>
                </td>
                <td className={classes.end}>{money(each.credit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && <Link href={`/${tenant}/payments/new?customerId=${customerId}`}>{t('record')}</Link>}
    </section>
  );
}
