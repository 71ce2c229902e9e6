import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converted, exchangeDifference } from './exchange';

describe('converted', () => {
  it.each([
    [10_000n, 'EUR', '0.85', 'GBP', 8_500n],
    [1n, 'EUR', '0.5', 'GBP', 1n],
    [-1n, 'EUR', '0.5', 'GBP', -1n],
    [1_000n, 'JPY', '0.0052', 'GBP', 520n],
    [100n, 'GBP', '192.4', 'JPY', 192n],
    [12_345n, 'KWD', '2.61', 'EUR', 3_222n],
    [10_000n, 'USD', '12650.5', 'UZS', 126_505_000n],
  ])('%s %s at %s is %s %s', (minor, from, rate, into, wanted) => {
    expect(converted(minor, from, rate, into)).toBe(wanted);
  });
});

const eur = {
  direction: 'in' as const,
  paymentCurrency: 'EUR',
  documentCurrency: 'EUR',
  companyCurrency: 'GBP',
  paymentMinor: 10_000n,
  amountMinor: 10_000n,
};

describe('exchangeDifference', () => {
  it.each([
    ['a gain when the rate rose', { ...eur, documentRate: '0.85', paymentRate: '0.87' }, 200n],
    ['a loss when it fell', { ...eur, documentRate: '0.85', paymentRate: '0.84' }, -100n],
    ['nothing at the same rate', { ...eur, documentRate: '0.8500', paymentRate: '0.85' }, 0n],
    [
      'the other way round for a refund',
      { ...eur, direction: 'out' as const, documentRate: '0.85', paymentRate: '0.87' },
      -200n,
    ],
    ['nothing where no rate is known', { ...eur, documentRate: null, paymentRate: '0.87' }, 0n],
    [
      'what the bank made of it, where it came in the own currency',
      { ...eur, paymentCurrency: 'GBP', paymentRate: '1', paymentMinor: 8_430n, documentRate: '0.85' },
      -70n,
    ],
  ])('is %s', (_name, settlement, wanted) => {
    expect(exchangeDifference(settlement)).toBe(wanted);
  });

  it('is the difference of the two values, and taking back is its mirror', () => {
    const rates = fc.integer({ min: 1, max: 3_000_000 }).map((n) => (n / 10_000).toFixed(4));
    const minors = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(minors, minors, rates, rates, (paymentMinor, amountMinor, paymentRate, documentRate) => {
        fc.pre(paymentRate !== documentRate && Number(paymentRate) > 0 && Number(documentRate) > 0);
        const all = { ...eur, paymentMinor, amountMinor, paymentRate, documentRate };
        const difference = exchangeDifference(all);
        expect(difference).toBe(
          converted(paymentMinor, 'EUR', paymentRate, 'GBP') -
            converted(amountMinor, 'EUR', documentRate, 'GBP'),
        );
        expect(exchangeDifference({ ...all, paymentMinor: -paymentMinor, amountMinor: -amountMinor })).toBe(
          -difference,
        );
      }),
    );
  });
});
