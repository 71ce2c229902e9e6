import { describe, expect, it } from 'vitest';
import { isQuantity, quantityFaults, typedQuantities } from './typed-quantities';

const rows = ['bread', 'seeds', 'flour'].map((id) => ({ id, title: id, left: '8' }));
const failed = (...paths: string[]) => ({
  errors: paths.map((path) => ({ path, message: `wrong: ${path}` })),
});

describe('typed quantities', () => {
  it('leave out rows that take nothing, and send what cannot be read', () => {
    expect(typedQuantities(rows, { bread: '0', seeds: ' 2,5 ', flour: 'two' }, 'space-comma')).toEqual([
      { id: 'seeds', quantity: '2.5' },
      { id: 'flour', quantity: 'two' },
    ]);
  });

  it('take the faults of the server to the rows that were sent', () => {
    const sent = typedQuantities(rows, { seeds: '99', flour: '1' }, 'comma-point');
    expect(quantityFaults(failed('items.0.quantity'), sent)).toEqual({ seeds: 'wrong: items.0.quantity' });
    expect(quantityFaults(failed('select.items.1.quantity'), sent)).toEqual({
      flour: 'wrong: select.items.1.quantity',
    });
    expect(quantityFaults(failed('items.7.quantity', 'reason', 'items.0.itemId'), sent)).toEqual({});
    expect(quantityFaults(undefined, sent)).toEqual({});
  });

  it.each([
    ['items.0.quantity', true],
    ['select.items.12.quantity', true],
    ['items.0.itemId', false],
    ['quantity', false],
    ['myitems.0.quantity', false],
  ])('%s is a quantity: %s', (path, is) => {
    expect(isQuantity(path)).toBe(is);
  });
});
