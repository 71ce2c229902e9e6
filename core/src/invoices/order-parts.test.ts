import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTotals } from '../orders/totals';
import {
  fulfilledLeft,
  leftOf,
  partOf,
  proportion,
  selectQuantities,
  type InvoiceableItem,
} from './order-parts';

const item = (id: string, quantity: string, more: Partial<InvoiceableItem> = {}): InvoiceableItem => ({
  id,
  quantity,
  fulfilledQuantity: '0',
  invoicedQuantity: '0',
  creditedQuantity: '0',
  ...more,
});

const taken = (...args: Parameters<typeof selectQuantities>) => Object.fromEntries(selectQuantities(...args));

describe('what is left of an order', () => {
  it.each([
    [item('a', '5'), '5', '0'],
    [item('a', '5', { fulfilledQuantity: '3' }), '5', '3'],
    [item('a', '5', { fulfilledQuantity: '3', invoicedQuantity: '2' }), '3', '1'],
    [item('a', '5', { fulfilledQuantity: '3', invoicedQuantity: '4' }), '1', '0'],
    [item('a', '5', { fulfilledQuantity: '5', invoicedQuantity: '5', creditedQuantity: '2' }), '2', '2'],
    [item('a', '-5', { fulfilledQuantity: '-3', invoicedQuantity: '-1' }), '-4', '-2'],
  ])('of %o is %s, of which %s is delivered', (each, left, delivered) => {
    expect(leftOf(each).toFixed()).toBe(left);
    expect(fulfilledLeft(each).toFixed()).toBe(delivered);
  });

  it('is taken whole, as delivered, in per cent or by line', () => {
    const items = [item('a', '3', { fulfilledQuantity: '1' }), item('b', '2.5', { invoicedQuantity: '2.5' })];
    expect(taken(items, { mode: 'all' })).toEqual({ a: '3' });
    expect(taken(items, { mode: 'fulfilled' })).toEqual({ a: '1' });
    expect(taken(items, { mode: 'percent', percent: '50' })).toEqual({ a: '1.5' });
    expect(taken(items, { mode: 'items', items: [{ orderItemId: 'a', quantity: '2' }] })).toEqual({ a: '2' });
  });

  it.each(['4', '-1'])('is never exceeded: %s of 3', (quantity) => {
    const items = [item('a', '3')];
    expect(() => selectQuantities(items, { mode: 'items', items: [{ orderItemId: 'a', quantity }] })).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ path: 'select.items.0.quantity' })],
      }) as Error,
    );
  });
});

const minor = fc.bigInt(-10_000_000n, 10_000_000n);

describe('parts', () => {
  it('cost exactly the whole together, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(minor, cuts, (amount, sizes) => {
        const steps = sizes.map((size) => Big(size).div(8));
        const whole = steps.reduce((sum, step) => sum.plus(step), Big(0));
        let before = Big(0);
        let sum = 0n;
        for (const step of steps) {
          sum += partOf(amount, before, step, whole);
          before = before.plus(step);
        }
        expect(sum).toBe(amount);
      }),
    );
  });

  it('of discounts follow the amounts, and add up', () => {
    const amounts = fc.array(fc.bigInt(1n, 100_000n), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(minor, amounts, (discount, steps) => {
        const whole = steps.reduce((sum, step) => sum + step, 0n);
        let before = 0n;
        let sum = 0n;
        for (const step of steps) {
          sum += proportion(discount, before, before + step, whole);
          before += step;
        }
        expect(sum).toBe(discount);
      }),
    );
    expect(proportion(500n, 0n, 0n, 0n)).toBe(0n);
  });

  it('are taken over by the totals as they are, with what is missing as the discount', () => {
    const totals = computeTotals({
      kind: 'sale',
      currency: 'EUR',
      pricesIncludeTax: false,
      taxRounding: 'group',
      lines: [{ quantity: '1', unitPrice: '0.333', amountMinor: 34n, taxCode: 'S', taxRate: '20' }],
    });
    expect(totals.lines[0]).toMatchObject({ grossMinor: 33n, discountMinor: -1n, amountMinor: 34n });
  });
});
