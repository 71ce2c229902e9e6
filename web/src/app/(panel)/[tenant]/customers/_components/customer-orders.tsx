import type { CustomerFiguresDto, OrderSummaryDto } from '@countinghouse/core/orders/schemas';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from '../../_components/detail.module.css';
import { OrderStatusLabel } from '../../orders/_components/order-status';

interface CustomerOrdersProps {
  tenant: string;
  customerId: string;
  orders: readonly OrderSummaryDto[];
  figures: CustomerFiguresDto;
  reader: Reader;
}

/** What the customer has ordered in all. */
function Sums({ figures, reader }: Pick<CustomerOrdersProps, 'figures' | 'reader'>) {
  const t = useTranslations('customers.orders');
  const { orders, returns, lastPlacedAt, revenue } = figures;
  return (
    <div className={classes.sums}>
      {revenue.map(({ amount, currency }) => (
        <Amount key={currency} minor={amount} currency={currency} numberFormat={reader.numberFormat} large />
      ))}
      <p className={classes.quiet}>
        {t('sum', { orders, returns })}
        {lastPlacedAt && `, ${t('last', { date: showTime(lastPlacedAt, reader) })}`}
      </p>
    </div>
  );
}

/** What a customer has ordered: the sums, the newest orders, and the way to all of them. */
export function CustomerOrders({ tenant, customerId, orders, figures, reader }: CustomerOrdersProps) {
  const t = useTranslations('customers.orders');
  const now = new Date();
  return (
    <section className={classes.box}>
      <div className={classes.boxHead}>
        <h2>{t('title')}</h2>
        {orders.length > 0 && <Link href={`/${tenant}/orders?customerId=${customerId}`}>{t('all')}</Link>}
      </div>
      {figures.orders + figures.returns > 0 && <Sums figures={figures} reader={reader} />}
      {orders.length === 0 ? (
        <p className={classes.quiet}>{t('none')}</p>
      ) : (
        <table className={classes.table} aria-label={t('title')}>
          <tbody>
            {orders.map((order) => (
              <tr key={order.id}>
                <td>
                  <Link href={`/${tenant}/orders/${order.id}`}>{order.number}</Link>
                </td>
                <td className={`${classes.quiet} ${classes.wideOnly}`}>
                  {showTime(order.placedAt, reader, now)}
                </td>
                <td>
                  <OrderStatusLabel status={order.status} kind={order.kind} />
                </td>
                <td className={classes.end}>
                  <Amount
                    minor={order.total.amount}
                    currency={order.total.currency}
                    numberFormat={reader.numberFormat}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
