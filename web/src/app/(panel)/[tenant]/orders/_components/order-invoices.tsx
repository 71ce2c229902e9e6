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

/** Quantities of a return are shown without their sign. */
const unsigned = (quantity: string) => quantity.replace(/^-/, '');

/** The button that invoices the order, while something of it is left. */
export async function OrderInvoicing({ company, order }: OrderProps) {
  const { ctx, tenant } = company;
  const mayInvoice =
    may(ctx.actor, 'invoices:write') && order.status !== 'draft' && order.status !== 'cancelled';
  if (!mayInvoice) return null;
  const { items, open, undeducted } = await invoiceableOf(ctx, order.id);
  if (!open) return null;
  const lines = order.items.map(({ id, title }) => {
    const item = items.find(({ orderItemId }) => orderItemId === id);
    const left = unsigned(item?.left ?? '0');
    return { id, title, left, fulfilledLeft: unsigned(item?.fulfilledLeft ?? '0') };
  });
  const { numberFormat } = readerOf(company);
  const { currency } = order.total;
  return (
    <InvoiceOrder
      tenant={tenant.slug}
      order={{ id: order.id, number: order.number, isReturn: order.kind === 'return', currency }}
      lines={lines}
      deposits={
        undeducted.amount === '0' ? '' : formatMoney(BigInt(undeducted.amount), currency, { numberFormat })
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
