import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { formatAmount, formatNumber, minorUnits } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import classes from './order-lines.module.css';

interface OrderProps {
  /** An order, or an offer, of which nothing is delivered. */
  order: Pick<OrderDto, 'items' | 'adjustments' | 'net' | 'taxGroups' | 'total' | 'notes'>;
  reader: Reader;
}

const figures = ['quantity', 'price', 'discount', 'tax', 'amount'] as const;

function Line({
  item,
  currency,
  reader,
}: {
  item: OrderDto['items'][number];
  currency: string;
  reader: Reader;
}) {
  const t = useTranslations('lines');
  const tForm = useTranslations('orders.form');
  const { numberFormat } = reader;
  const number = (text: string) => formatNumber(text, numberFormat);
  const taken = (
    [
      ['delivered', item.fulfilledQuantity],
      ['invoiced', item.invoicedQuantity],
      ['credited', item.creditedQuantity],
    ] as const
  ).filter(([, quantity]) => quantity !== '0');
  const hasDiscount = item.discount.amount !== '0';
  return (
    <tr>
      <td className={classes.title}>
        {item.title}
        {item.sku && <span className={classes.small}>{item.sku}</span>}
      </td>
      <td className={`${classes.figure} ${classes.quantity}`}>
        {number(item.quantity)}
        {taken.map(([key, quantity]) => (
          <span key={key} className={classes.small}>
            {tForm(key, { quantity: number(quantity) })}
          </span>
        ))}
      </td>
      <td className={`${classes.figure} ${classes.price}`}>
        {formatNumber(item.unitPrice, numberFormat, { minDecimals: minorUnits(currency) })}
      </td>
      <td
        className={`${classes.figure} ${hasDiscount ? classes.discount : classes.without}`}
        data-label={t('discount')}
      >
        {hasDiscount ? formatAmount(BigInt(item.discount.amount), currency, numberFormat) : '–'}
      </td>
      <td className={`${classes.figure} ${classes.tax}`}>{number(item.taxRate)} %</td>
      <td className={`${classes.figure} ${classes.amount}`}>
        {formatAmount(BigInt(item.amount.amount), currency, numberFormat)}
      </td>
    </tr>
  );
}

const negative = (minor: string) => (minor.startsWith('-') ? minor.slice(1) : `-${minor}`);

function Sums({ order, reader: { numberFormat } }: OrderProps) {
  const t = useTranslations('lines');
  const { currency } = order.total;
  const amount = (minor: string) => <Amount minor={minor} currency={currency} numberFormat={numberFormat} />;
  return (
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
              rate: formatNumber(group.taxRate, numberFormat),
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
  );
}

/** The order as a sheet of paper: its lines and sums. On a phone each line is a card. */
export function OrderLines({ order, reader }: OrderProps) {
  const t = useTranslations('lines');
  return (
    <div className={classes.paper}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('lines')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              {figures.map((figure) => (
                <th key={figure} scope="col" className={classes.figure}>
                  {t(figure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <Line key={item.id} item={item} currency={order.total.currency} reader={reader} />
            ))}
          </tbody>
        </table>
      </div>
      <Sums order={order} reader={reader} />
      {order.notes && <p className={classes.notes}>{order.notes}</p>}
    </div>
  );
}
