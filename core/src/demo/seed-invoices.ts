import { createCreditNote, invoiceOrders, issueInvoice, type InvoiceDto } from '../invoices';
import type { OrderDto } from '../orders';
import { recordPayment } from '../payments';
import type { Ctx } from '../platform/context';
import { addDays, localDate } from '../platform/time';
import { onDay } from './on-day';
import { seededRandom } from './random';

/** Days after its order that an invoice is issued, and after that when it is usually paid. */
const INVOICED_AFTER = 2;
const PAID_AFTER = 12;

async function pay(ctx: Ctx, invoice: InvoiceDto, day: string, chance: number): Promise<void> {
  if (chance < 0.25) return;
  const whole = BigInt(invoice.open.amount);
  const amount = (chance < 0.35 ? whole / 2n : whole).toString();
  if (amount === '0') return;
  await recordPayment(onDay(ctx, day), {
    customerId: invoice.customer?.id ?? null,
    currency: invoice.open.currency,
    amount,
    day,
    reference: invoice.number ?? '',
    allocations: [{ invoiceId: invoice.id, amount }],
  });
}

/**
 * Invoices the orders of known customers two days after they were placed, lets most of them pay, and credits one. What
 * a stranger finds is neither empty nor too tidy.
 */
export async function seedInvoices(ctx: Ctx, orders: readonly OrderDto[], timeZone: string): Promise<void> {
  const random = seededRandom(713);
  const today = localDate(ctx.clock(), timeZone);
  const due = orders
    .filter(({ customer, kind }) => customer !== null && kind === 'sale')
    .map(({ id, placedAt }) => ({
      id,
      day: addDays(localDate(new Date(placedAt), timeZone), INVOICED_AFTER),
    }))
    .filter(({ day }) => day < today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  // The newest waits as a draft for someone to look at it.
  const newest = due.pop();
  const invoices: { invoice: InvoiceDto; day: string }[] = [];
  for (const { id, day } of due) {
    const then = onDay(ctx, day);
    const draft = await invoiceOrders(then, { orderIds: [id] });
    invoices.push({ invoice: await issueInvoice(then, draft.id, draft.version), day });
  }
  if (newest) await invoiceOrders(ctx, { orderIds: [newest.id] });
  const [first, ...others] = invoices;
  for (const { invoice, day } of others) {
    const paidOn = addDays(day, PAID_AFTER);
    if (paidOn < today) await pay(ctx, invoice, paidOn, random());
  }
  if (!first) return;
  const credit = await createCreditNote(ctx, { invoiceId: first.invoice.id, reason: 'Returned unopened.' });
  await issueInvoice(ctx, credit.id, credit.version);
}
