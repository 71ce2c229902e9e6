import type { Ctx } from '../platform/context';
import type { MoneyJson } from '../platform/money';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { depositsOf } from './deposit';
import { fulfilledLeft, leftOf, onInvoices } from './order-parts';
import { lockOrders, openDeposits } from './orders.sql';

export interface Invoiceable {
  /** By line; of returns the quantities are negative. */
  items: { orderItemId: string; invoiced: string; left: string; fulfilledLeft: string }[];
  /** Whether anything is left to invoice. */
  open: boolean;
  /** What deposits ask for so far. */
  deposits: MoneyJson;
  /** Deposits that an invoice has still to deduct, tax included. */
  undeducted: MoneyJson;
}

/** What is left of an order to invoice. @throws AppError `not-found` */
export async function invoiceableOf(ctx: Ctx, orderId: string): Promise<Invoiceable> {
  demand(ctx, 'invoices:read');
  return withTx(ctx, async (ctx) => {
    const [order] = await lockOrders(ctx, [orderId]);
    if (!order) throw new Error('an order was found and is not there');
    const [deposits, open] = await Promise.all([depositsOf(ctx, orderId), openDeposits(ctx, [orderId])]);
    const money = (minor: bigint): MoneyJson => ({ amount: minor.toString(), currency: order.currency });
    return {
      items: order.items.map((item) => ({
        orderItemId: item.id,
        invoiced: onInvoices(item).toFixed(),
        left: leftOf(item).toFixed(),
        fulfilledLeft: fulfilledLeft(item).toFixed(),
      })),
      open: order.items.some((item) => !leftOf(item).eq(0)),
      deposits: money(deposits),
      undeducted: money(open.reduce((sum, { baseMinor, taxMinor }) => sum + baseMinor + taxMinor, 0n)),
    };
  });
}
