import { formatDate } from '@countinghouse/core/platform/time';
import type { RecurringInvoiceDto, RecurringRunDto } from '@countinghouse/core/recurring-invoices/schemas';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';
import detail from '../../_components/detail.module.css';
import classes from './recurring.module.css';

interface SeriesRunsProps {
  tenant: string;
  series: RecurringInvoiceDto;
  reader: Reader;
}

type Shown = 'gone' | 'waits' | 'voided' | 'draft' | 'sent' | 'issued';

const tones: Record<Shown, Tone> = {
  gone: 'off',
  waits: 'bad',
  voided: 'off',
  draft: 'warn',
  sent: 'good',
  issued: 'good',
};

function shownState({ invoice, failure }: RecurringRunDto): Shown {
  if (!invoice) return 'gone';
  if (failure) return 'waits';
  if (invoice.state === 'voided') return 'voided';
  if (invoice.state === 'draft') return 'draft';
  return invoice.sentAt ? 'sent' : 'issued';
}

/** The newest invoices of the series, by their dates. */
export function SeriesRuns({ tenant, series, reader }: SeriesRunsProps) {
  const t = useTranslations('recurring.runs');
  if (series.runs.length === 0) {
    return (
      <section className={detail.box}>
        <h2>{t('title')}</h2>
        <p className={detail.quiet}>{t('none')}</p>
      </section>
    );
  }
  return (
    <section className={detail.box}>
      <h2>{t('title')}</h2>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t('invoice')}</th>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className={classes.end}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.runs.map((run) => {
            const state = shownState(run);
            return (
              <tr key={run.date}>
                <td>
                  {run.invoice ? (
                    <a href={`/${tenant}/invoices/${run.invoice.id}`}>{run.invoice.number ?? t('draft')}</a>
                  ) : (
                    '–'
                  )}
                </td>
                <td>{formatDate(run.date, reader)}</td>
                <td>
                  <StatusLabel tone={tones[state]}>{t(state)}</StatusLabel>
                </td>
                <td className={classes.end}>
                  {run.invoice && (
                    <Amount
                      minor={run.invoice.total.amount}
                      currency={run.invoice.total.currency}
                      numberFormat={reader.numberFormat}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
