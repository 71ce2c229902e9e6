import type { OrderSummaryDto } from '@countinghouse/core/orders/schemas';
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
  reader: Reader;
}

/** The newest orders of a customer, and the way to all of them. */
export function CustomerOrders({ tenant, customerId, orders, reader }: CustomerOrdersProps) {
  const t = useTranslations('customers.orders');
  const now = new Date();
  return (
    <section className={classes.box}>
      <div className={classes.boxHead}>
        <h2>{t('title')}</h2>
        {orders.length > 0 && <Link href={`/${tenant}/orders?customerId=${customerId}`}>{t('all')}</Link>}
      </div>
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
