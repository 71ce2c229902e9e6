import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeTotals } from '../orders/totals';
import { partOfTax } from './credit-taxes';

const nothing = { baseMinor: 0n, taxMinor: 0n };

const taxOf = (amountMinor: bigint, taxRate: string, pricesIncludeTax: boolean, knownTax?: bigint) => {
  const [group] = computeTotals({
    kind: 'sale',
    currency: 'GBP',
    pricesIncludeTax,
    taxRounding: 'group',
    lines: [{ quantity: '1', unitPrice: '0', amountMinor, taxCode: 'S', taxRate }],
    ...(knownTax !== undefined && { knownTaxes: new Map([[`S ${taxRate}`, knownTax]]) }),
  }).groups;
  if (!group) throw new Error('no group');
  return group;
};

it('credits exactly the tax of an invoice, in whatever parts, each within a unit of its own tax', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 100_000n), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('20', '7.5', '19', '5.5'),
      fc.boolean(),
      (parts, rate, pricesIncludeTax) => {
        const whole = taxOf(
          parts.reduce((sum, part) => sum + part, 0n),
          rate,
          pricesIncludeTax,
        );
        const credited = { ...nothing };
        for (const amount of parts) {
          const own = taxOf(amount, rate, pricesIncludeTax);
          const tax = partOfTax({ whole, credited }, own, pricesIncludeTax) ?? -1n;
          expect(tax - own.taxMinor >= -1n && tax - own.taxMinor <= 1n).toBe(true);
          const part = taxOf(amount, rate, pricesIncludeTax, tax);
          expect(part.taxMinor).toBe(tax);
          credited.baseMinor += part.baseMinor;
          credited.taxMinor += part.taxMinor;
        }
        expect(credited).toEqual({ baseMinor: whole.baseMinor, taxMinor: whole.taxMinor });
      },
    ),
  );
});

it('has no part of nothing', () => {
  expect(partOfTax({ whole: nothing, credited: nothing }, { baseMinor: 5n, taxMinor: 1n }, false)).toBeNull();
});
