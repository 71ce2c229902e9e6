import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { listFiles } from '@countinghouse/core/files';
import { offerOfOrder } from '@countinghouse/core/offers';
import { getOrder } from '@countinghouse/core/orders';
import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { canMove, isEditable } from '@countinghouse/core/orders/states';
import { may } from '@countinghouse/core/platform/permissions';
import { IconPencil } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import { quantityLeft } from '../../_components/quantity-left';
import { PlainHistory } from '../../_components/plain-history';
import { DeliverPart } from '../_components/deliver-part';
import { OrderInvoices, OrderInvoicing } from '../_components/order-invoices';
import { OrderLines } from '../_components/order-lines';
import { CancelOrder, NextStep } from '../_components/order-moves';
import { OrderStatusLabel } from '../_components/order-status';
import { OrderFacts } from '../_components/order-facts';
import { FileBox } from '../../files/_components/file-box';
import classes from './order.module.css';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await orNotFound(getOrder(ctx, id))).number };
}

/** What is left to deliver of each line. */
const undelivered = ({ items }: OrderDto) =>
  items.map(({ id, title, quantity, fulfilledQuantity }) => ({
    id,
    title,
    left: quantityLeft(quantity, fulfilledQuantity),
  }));

export default async function OrderPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const order = await orNotFound(getOrder(ctx, id));
  const [t, history, files, offer] = await Promise.all([
    getTranslations('orders'),
    historyOf(ctx, 'order', id),
    listFiles(ctx, { subjectType: 'order', subjectId: id }),
    may(ctx.actor, 'offers:read') ? offerOfOrder(ctx, id) : null,
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'orders:write');
  return (
    <>
      <PageHeader
        title={t('title', { number: order.number })}
        shortTitle={order.number}
        labels={<OrderStatusLabel status={order.status} kind={order.kind} />}
        actions={
          <ClientMessages areas={['orders', 'invoices', 'lines']}>
            {writes && isEditable(order.status) && (
              <>
                <ButtonLink href={`/${tenant}/orders/${id}/edit`} icon={IconPencil}>
                  {t('edit')}
                </ButtonLink>
                <CancelOrder tenant={tenant} order={order} />
              </>
            )}
            {writes && order.kind === 'sale' && canMove(order.status, 'fulfil') && (
              <DeliverPart
                tenant={tenant}
                order={order}
                lines={undelivered(order)}
                numberFormat={reader.numberFormat}
              />
            )}
            <OrderInvoicing company={company} order={order} />
          </ClientMessages>
        }
        primary={
          writes && (
            <ClientMessages areas={['orders']}>
              <NextStep tenant={tenant} order={order} />
            </ClientMessages>
          )
        }
      />
      <div className={classes.columns}>
        <OrderLines order={order} reader={reader} />
        <aside className={classes.side}>
          <OrderFacts tenant={tenant} order={order} reader={reader} offer={offer} />
          {may(ctx.actor, 'invoices:read') && <OrderInvoices company={company} order={order} />}
          <ClientMessages areas={['files']}>
            <FileBox
              tenant={tenant}
              subject={{ subjectType: 'order', subjectId: id }}
              files={files.rows}
              mayChange={writes && may(ctx.actor, 'files:write')}
            />
          </ClientMessages>
          <PlainHistory area="orders" lines={history} reader={reader} />
        </aside>
      </div>
    </>
  );
}
