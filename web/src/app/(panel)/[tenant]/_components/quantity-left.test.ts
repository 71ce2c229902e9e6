import { expect, it } from 'vitest';
import { quantityLeft } from './quantity-left';

it.each([
  ['10', '3', '7'],
  ['2.5', '0.25', '2.25'],
  ['1', '1', '0'],
  ['-4', '-1.5', '-2.5'],
  ['0.1', '0', '0.1'],
])('%s less %s is %s', (whole, taken, left) => {
  expect(quantityLeft(whole, taken)).toBe(left);
});
