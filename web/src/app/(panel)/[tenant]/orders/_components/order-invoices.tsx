import { invoiceableOf, listInvoices } from '@countinghouse/core/invoices';
import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { formatMoney } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import { InvoiceBox } from '../../_components/invoice-box';
import { InvoiceOrder } from './invoice-order';

interface OrderProps {
  company: Company;
  order: OrderDto;
}

const SHOWN = 20;

/** The button that invoices the order, while something of it is left. */
export async function OrderInvoicing({ company, order }: OrderProps) {
  const { ctx, tenant } = company;
  const mayInvoice = may(ctx.actor, 'invoices:write') && order.status !== 'draft' && order.status !== 'cancelled';
  if (!mayInvoice) return null;
  const { items, deposits } = await invoiceableOf(ctx, order.id);
  if (items.every(({ left }) => left === '0')) return null;
  const lines = order.items.map(({ id, title }) => {
    const item = items.find(({ orderItemId }) => orderItemId === id);
    return { id, title, left: item?.left ?? '0', fulfilledLeft: item?.fulfilledLeft ?? '0' };
  });
  const { numberFormat } = readerOf(company);
  const { currency } = order.total;
  return (
    <InvoiceOrder
      tenant={tenant.slug}
      order={{ id: order.id, number: order.number, isReturn: order.kind === 'return', currency }}
      lines={lines}
      deposits={
        deposits.amount === '0' ? '' : formatMoney(BigInt(deposits.amount), currency, { numberFormat })
      }
      numberFormat={numberFormat}
    />
  );
}

/** The invoices of an order, the newest first. */
export async function OrderInvoices({ company, order }: OrderProps) {
  const [t, { rows, nextCursor }] = await Promise.all([
    getTranslations('invoices.fromOrder'),
    listInvoices(company.ctx, { orderId: order.id, limit: SHOWN }),
  ]);
  const tenant = company.tenant.slug;
  return (
    <InvoiceBox
      tenant={tenant}
      title={t('boxTitle')}
      none={t('none')}
      invoices={rows}
      reader={readerOf(company)}
    >
      {nextCursor && <Link href={`/${tenant}/invoices?orderId=${order.id}`}>{t('allOfOrder')}</Link>}
    </InvoiceBox>
  );
}
