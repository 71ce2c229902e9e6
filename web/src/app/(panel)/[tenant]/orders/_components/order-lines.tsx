import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { formatAmount, formatNumber } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import classes from './order-lines.module.css';

/** The order as a sheet of paper: its lines and sums. */
export function OrderLines({ order, reader }: { order: OrderDto; reader: Reader }) {
  const t = useTranslations('orders.form');
  const { numberFormat } = reader;
  const { currency } = order.total;
  const number = (text: string) => formatNumber(text, numberFormat);
  const amount = (minor: string) => <Amount minor={minor} currency={currency} numberFormat={numberFormat} />;
  return (
    <div className={classes.paper}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('lines')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              <th scope="col" className={classes.figure}>
                {t('quantity')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('price')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('discount')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('tax')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <tr key={item.id}>
                <td>
                  {item.title}
                  {item.sku && <span className={classes.sku}>{item.sku}</span>}
                </td>
                <td className={classes.figure}>
                  {number(item.quantity)}
                  {item.fulfilledQuantity !== '0' && (
                    <span className={classes.sku}>
                      {t('delivered', { quantity: number(item.fulfilledQuantity) })}
                    </span>
                  )}
                </td>
                <td className={classes.figure}>{number(item.unitPrice)}</td>
                <td className={classes.figure}>
                  {item.discount.amount === '0'
                    ? '–'
                    : formatAmount(BigInt(item.discount.amount), currency, numberFormat)}
                </td>
                <td className={classes.figure}>{number(item.taxRate)} %</td>
                <td className={classes.figure}>
                  {formatAmount(BigInt(item.amount.amount), currency, numberFormat)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className={classes.sums}>
        {order.adjustments.map((each, index) => (
          <div key={index} className={classes.sum}>
            <dt>{each.reason || t(each.kind)}</dt>
            <dd>{amount(each.kind === 'discount' ? negative(each.amount.amount) : each.amount.amount)}</dd>
          </div>
        ))}
        <div className={classes.sum}>
          <dt>{t('net')}</dt>
          <dd>{amount(order.net.amount)}</dd>
        </div>
        {order.taxGroups.map((group) => (
          <div key={`${group.taxCode}${group.taxRate}`} className={classes.sum}>
            <dt>
              {t('taxOn', {
                rate: number(group.taxRate),
                base: formatAmount(BigInt(group.base.amount), currency, numberFormat),
              })}
            </dt>
            <dd>{amount(group.tax.amount)}</dd>
          </div>
        ))}
        <div className={`${classes.sum} ${classes.total}`}>
          <dt>{t('total')}</dt>
          <dd>{amount(order.total.amount)}</dd>
        </div>
      </dl>
      {order.notes && <p className={classes.notes}>{order.notes}</p>}
    </div>
  );
}

const negative = (minor: string) => (minor.startsWith('-') ? minor.slice(1) : `-${minor}`);
