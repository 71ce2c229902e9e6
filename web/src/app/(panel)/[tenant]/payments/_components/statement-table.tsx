import type { CustomerStatementDto, StatementEntryDto } from '@countinghouse/core/payments/schemas';
import { formatAmount } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { Reader } from '../../../../../ui/reader';
import classes from './payments.module.css';

interface StatementTableProps {
  tenant: string;
  statement: CustomerStatementDto;
  reader: Reader;
}

const pathOf = ({ kind, id }: StatementEntryDto) =>
  `${kind === 'payment' || kind === 'refund' ? 'payments' : 'invoices'}/${id}`;

/** From what was open before to what is open at the end: every document and payment, with the balance after it. */
export function StatementTable({ tenant, statement, reader }: StatementTableProps) {
  const t = useTranslations('payments.statement');
  const { currency, opening, closing, entries } = statement;
  const money = ({ amount }: { amount: string }) =>
    formatAmount(BigInt(amount), currency, reader.numberFormat);
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.statement}`}>
          <thead>
            <tr>
              <th>{t('date')}</th>
              <th>{t('what')}</th>
              <th className={classes.wideOnly}>{t('due')}</th>
              <th className={classes.end}>{t('amount', { currency })}</th>
              <th className={classes.end}>{t('balance', { currency })}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className={classes.whole}>{formatDate(statement.from, reader)}</td>
              <td>{t('opening')}</td>
              <td className={classes.wideOnly} />
              <td />
              <td className={classes.end}>{money(opening)}</td>
            </tr>
            {entries.map((entry, index) => (
              <tr key={index}>
                <td className={classes.whole}>{formatDate(entry.date, reader)}</td>
                <td>
                  {t(`kinds.${entry.kind}`)}{' '}
                  <Link className={classes.whole} href={`/${tenant}/${pathOf(entry)}`}>
                    {entry.number || t('show')}
                  </Link>
                </td>
                <td className={classes.wideOnly}>{entry.dueDate ? formatDate(entry.dueDate, reader) : ''}</td>
                <td className={classes.end}>{money(entry.amount)}</td>
                <td className={classes.end}>{money(entry.balance)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className={classes.whole}>{formatDate(statement.to, reader)}</td>
              <td>{t('closing')}</td>
              <td className={classes.wideOnly} />
              <td />
              <td className={classes.end}>{money(closing)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
