import type { RelatedOffer } from '@countinghouse/core/offers/schemas';
import type { OrderDto } from '@countinghouse/core/orders/schemas';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from './side.module.css';

interface OrderFactsProps {
  tenant: string;
  order: OrderDto;
  reader: Reader;
  /** What the order was made of. */
  offer: RelatedOffer | null;
}

/** The total and the facts around it. */
export function OrderFacts({ tenant, order, reader, offer }: OrderFactsProps) {
  const t = useTranslations('orders');
  return (
    <section className={classes.box}>
      <h2>{t('columns.total')}</h2>
      <Amount
        minor={order.total.amount}
        currency={order.total.currency}
        numberFormat={reader.numberFormat}
        large
      />
      <dl className={classes.facts}>
        <dt>{t('columns.customer')}</dt>
        <dd>
          {order.customer ? (
            <Link href={`/${tenant}/customers/${order.customer.id}`}>{order.customer.name}</Link>
          ) : (
            t('walkIn')
          )}
        </dd>
        <dt>{t('columns.placedAt')}</dt>
        <dd>{showTime(order.placedAt, reader)}</dd>
        {offer && (
          <>
            <dt>{t('offer')}</dt>
            <dd>
              <Link href={`/${tenant}/offers/${offer.id}`}>{offer.number}</Link>
            </dd>
          </>
        )}
        {order.externalNumber && (
          <>
            <dt>{t('form.externalNumber')}</dt>
            <dd>{order.externalNumber}</dd>
          </>
        )}
        {order.tags.length > 0 && (
          <>
            <dt>{t('columns.tags')}</dt>
            <dd>{order.tags.join(', ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
