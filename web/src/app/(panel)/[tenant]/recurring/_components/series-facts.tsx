import { formatNumber } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import type { RecurringInvoiceDto } from '@countinghouse/core/recurring-invoices/schemas';
import { useTranslations } from 'next-intl';
import type { Reader } from '../../../../../ui/reader';
import detail from '../../_components/detail.module.css';
import { Facts } from '../../_components/facts';
import classes from './recurring.module.css';
import { RuleText } from './rule-text';

interface PartProps {
  tenant: string;
  series: RecurringInvoiceDto;
  reader: Reader;
}

/** The rule in words, for whom, and what happens. */
export function SeriesFacts({ tenant, series, reader }: PartProps) {
  const t = useTranslations('recurring');
  const { customer, templateOrder } = series;
  return (
    <section className={detail.box}>
      <h2>{t('facts.title')}</h2>
      <Facts
        facts={[
          [
            t('facts.customer'),
            <a key="c" href={`/${tenant}/customers/${customer.id}`}>
              {customer.name}
            </a>,
          ],
          [t('facts.rule'), <RuleText key="r" rule={series.rule} reader={reader} whole />],
          [t('facts.period'), t(`periods.${series.period}`)],
          [t('facts.mode'), t(`modes.${series.mode}`)],
          [t('facts.made'), String(series.made)],
          [
            t('facts.template'),
            templateOrder && <a href={`/${tenant}/orders/${templateOrder.id}`}>{templateOrder.number}</a>,
          ],
        ]}
      />
    </section>
  );
}

/** The dates that come next, with what each invoice is for. */
export function SeriesDates({ series, reader }: Pick<PartProps, 'series' | 'reader'>) {
  const t = useTranslations('recurring.next');
  return (
    <section className={detail.box}>
      <h2>{t('title')}</h2>
      {series.nextDates.length === 0 ? (
        <p className={detail.quiet}>{t('none')}</p>
      ) : (
        <ol className={classes.dates}>
          {series.nextDates.map(({ date, period }) => (
            <li key={date}>
              <strong>{formatDate(date, reader)}</strong>
              {period && (
                <span>
                  {t('period', { from: formatDate(period.from, reader), to: formatDate(period.to, reader) })}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The lines that each invoice will have. */
export function SeriesLines({ series, reader }: Pick<PartProps, 'series' | 'reader'>) {
  const t = useTranslations('recurring');
  if (!series.template) return null;
  return (
    <section className={detail.box}>
      <h2>{t('facts.lines')}</h2>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t('template.title')}</th>
            <th scope="col" className={classes.end}>
              {t('template.quantity')}
            </th>
            <th scope="col" className={classes.end}>
              {t('template.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.template.items.map((item, index) => (
            <tr key={index}>
              <td>{item.title ?? item.sku ?? '–'}</td>
              <td className={classes.end}>{formatNumber(item.quantity, reader.numberFormat)}</td>
              <td className={classes.end}>
                {item.unitPrice === undefined
                  ? t('template.productPrice')
                  : formatNumber(item.unitPrice, reader.numberFormat, { minDecimals: 2 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
