import Big from 'big.js';
import type { z } from 'zod';
import { invalid } from '../platform/errors';
import { divideHalfUp, parseDecimal, powerOfTen } from '../platform/money';
import type { OrderSelection } from './schemas';

/** A line of an order, and how much of it has been delivered, invoiced and credited. Returns have negative quantities. */
export interface InvoiceableItem {
  id: string;
  quantity: string;
  fulfilledQuantity: string;
  invoicedQuantity: string;
  creditedQuantity: string;
}

/** What stands on invoices and was not credited again. */
export const onInvoices = (item: InvoiceableItem): Big =>
  Big(item.invoicedQuantity).minus(item.creditedQuantity);

/** What is left to invoice; of a return, a negative quantity. */
export const leftOf = (item: InvoiceableItem): Big => Big(item.quantity).minus(onInvoices(item));

/** What was delivered and stands on no invoice; nothing where more is invoiced than was delivered. */
export function fulfilledLeft(item: InvoiceableItem): Big {
  const rest = Big(item.fulfilledQuantity).minus(onInvoices(item));
  return rest.s === Big(item.quantity).s ? rest : Big(0);
}

const smaller = (a: Big, b: Big) => (a.abs().lt(b.abs()) ? a : b);

/**
 * The quantities that a selection takes of an order, by line; lines of which nothing is taken are absent.
 * @throws AppError `invalid` naming the line of which there is less
 */
export function selectQuantities(
  items: readonly InvoiceableItem[],
  selection: z.output<typeof OrderSelection>,
): Map<string, string> {
  const taken = new Map<string, string>();
  const take = (item: InvoiceableItem, quantity: Big) => {
    if (!quantity.eq(0)) taken.set(item.id, quantity.toFixed());
  };
  if (selection.mode === 'items') {
    const byId = new Map(items.map((item) => [item.id, item]));
    selection.items.forEach(({ orderItemId, quantity }, index) => {
      const item = byId.get(orderItemId);
      if (!item) return;
      const [left, wanted] = [leftOf(item), Big(quantity)];
      if (wanted.s !== left.s || wanted.abs().gt(left.abs()) || taken.has(orderItemId)) {
        throw invalid(`select.items.${index}.quantity`, 'more-than-left-to-invoice');
      }
      take(item, wanted);
    });
    return taken;
  }
  for (const item of items) {
    const left = leftOf(item);
    if (selection.mode === 'all') take(item, left);
    else if (selection.mode === 'fulfilled') take(item, smaller(fulfilledLeft(item), left));
    else take(item, smaller(Big(item.quantity).times(selection.percent).div(100).round(6, 1), left));
  }
  return taken;
}

/** The amount of the first `upTo` of `whole` units of something that costs `minor` in all, rounded half up. */
function share(minor: bigint, upTo: Big, whole: Big): bigint {
  const [part, all] = [parseDecimal(upTo.toFixed()), parseDecimal(whole.toFixed())];
  const scale = Math.max(part.scale, all.scale);
  const at = (value: typeof part) => value.int * powerOfTen(scale - value.scale);
  return divideHalfUp(minor * at(part), at(all));
}

/**
 * What a part costs of something that was priced as a whole: the difference of two shares, so that all parts
 * together cost exactly the whole, in whatever order they are taken.
 */
export const partOf = (minor: bigint, before: Big, now: Big, whole: Big): bigint =>
  share(minor, before.plus(now), whole) - share(minor, before, whole);

/** The same by amounts: what of `minor` goes with the step from `before` to `after` out of `whole`. */
export function proportion(minor: bigint, before: bigint, after: bigint, whole: bigint): bigint {
  if (whole === 0n) return 0n;
  return divideHalfUp(minor * after, whole) - divideHalfUp(minor * before, whole);
}
