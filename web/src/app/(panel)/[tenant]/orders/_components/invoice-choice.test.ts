import { describe, expect, it } from 'vitest';
import { depositOf, isComplete, isOpen, selectionOf, type TypedChoice } from './invoice-choice';

const typed: TypedChoice = { choice: 'all', percent: '', deposit: '', quantities: {} };
const lines = [
  { id: 'a', title: 'Lamp', left: '10', fulfilledLeft: '4' },
  { id: 'b', title: 'Oil', left: '0', fulfilledLeft: '0' },
];
const order = { id: 'o', currency: 'EUR', isReturn: false, lines };

describe('what is asked for', () => {
  it('is all or what was delivered', () => {
    expect(selectionOf(typed, order, 'comma-point')).toEqual({ mode: 'all' });
    expect(selectionOf({ ...typed, choice: 'fulfilled' }, order, 'comma-point')).toEqual({
      mode: 'fulfilled',
    });
  });

  it('is a percentage, with or without its sign and in the reader’s writing', () => {
    const of = (percent: string) =>
      selectionOf({ ...typed, choice: 'percent', percent }, order, 'space-comma');
    expect(of('12,5 %')).toEqual({ mode: 'percent', percent: '12.5' });
    expect(of('40')).toEqual({ mode: 'percent', percent: '40' });
  });

  it('is quantities of the lines that were typed', () => {
    const quantities = { a: '2,5', b: '' };
    expect(selectionOf({ ...typed, choice: 'items', quantities }, order, 'space-comma')).toEqual({
      mode: 'items',
      items: [{ orderItemId: 'a', quantity: '2.5' }],
    });
  });

  it('is negative of a return', () => {
    const of = { ...typed, choice: 'items' as const, quantities: { a: '2' } };
    expect(selectionOf(of, { ...order, isReturn: true }, 'comma-point')).toMatchObject({
      items: [{ quantity: '-2' }],
    });
  });

  it.each([
    ['30%', { percent: '30' }],
    ['500', { amount: '50000' }],
    ['99.99', { amount: '9999' }],
    ['much', { amount: 'much' }],
  ])('is a deposit of %s', (deposit, expected) => {
    expect(depositOf({ ...typed, choice: 'deposit', deposit }, order, 'comma-point')).toEqual({
      orderId: 'o',
      ...expected,
    });
  });
});

it('offers only what is left', () => {
  expect(isOpen('all', lines)).toBe(true);
  expect(isOpen('fulfilled', lines)).toBe(true);
  expect(isOpen('all', lines.slice(1))).toBe(false);
  expect(isOpen('fulfilled', [{ id: 'a', title: '', left: '3', fulfilledLeft: '0' }])).toBe(false);
});

it('waits until enough is typed', () => {
  expect(isComplete(typed, lines, 'comma-point')).toBe(true);
  expect(isComplete({ ...typed, choice: 'percent' }, lines, 'comma-point')).toBe(false);
  expect(isComplete({ ...typed, choice: 'deposit', deposit: '10%' }, lines, 'comma-point')).toBe(true);
  expect(isComplete({ ...typed, choice: 'items' }, lines, 'comma-point')).toBe(false);
  expect(isComplete({ ...typed, choice: 'items', quantities: { a: '1' } }, lines, 'comma-point')).toBe(true);
});
