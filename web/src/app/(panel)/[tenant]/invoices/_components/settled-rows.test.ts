import { expect, it } from 'vitest';
import { lastOfEach } from './settled-rows';

const row = (id: string, paymentId: string | null, amount: string, documentId?: string) => ({
  id,
  source: paymentId ? ('payment' as const) : documentId ? ('credit_note' as const) : ('write_off' as const),
  paymentId,
  document: documentId ? { id: documentId, number: documentId } : null,
  amount: { amount, currency: 'GBP' },
});

it('offers the last row of each source that still settles something', () => {
  const rows = [
    row('a', 'p1', '100'),
    row('b', 'p2', '50'),
    row('c', 'p1', '25'),
    row('d', null, '5'),
    row('e', null, '7', 'c1'),
    row('f', null, '8', 'c2'),
  ];
  expect([...lastOfEach(rows)]).toEqual([
    ['c', 125n],
    ['b', 50n],
    ['d', 5n],
    ['e', 7n],
    ['f', 8n],
  ]);
});

it('offers nothing that was taken back, until it settles again', () => {
  const taken = [row('a', 'p1', '100'), row('b', 'p1', '-100')];
  expect(lastOfEach(taken).size).toBe(0);
  expect([...lastOfEach([...taken, row('c', 'p1', '40')])]).toEqual([['c', 40n]]);
});
