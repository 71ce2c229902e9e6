import { expect, it } from 'vitest';
import { csvRows } from './rows';

it('neutralises texts, leaves numbers alone, and quotes what has to be quoted', () => {
  const rows = csvRows([
    ['=1+1', { number: -3 }, { amount: '-12345', currency: 'EUR' }, null],
    ['Anna, "the first"\r\nof all', { number: '1.5' }, { amount: '7', currency: 'JPY' }, '-x'],
    ['\tx', { number: 0 }, { amount: '5', currency: 'KWD' }, '@y'],
  ]);
  expect(rows).toBe(`'=1+1,-3,-123.45,\n"Anna, ""the first""\nof all",1.5,7,'-x\n'\tx,0,0.005,'@y\n`);
});
