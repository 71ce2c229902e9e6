import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTotals, type TotalsInput } from '../orders/totals';
import { tradeParts } from './trade';

const rates = [
  { taxCode: 'S', taxRate: '20' },
  { taxCode: 'S', taxRate: '7.5' },
  { taxCode: 'Z', taxRate: '0' },
] as const;

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 400 }).map((n) => String(n / 4)),
  unitPrice: fc.integer({ min: -2_000, max: 90_000 }).map((n) => (n / 1_000).toString()),
  discountPercent: fc.constantFrom('0', '0', '12.5'),
  tax: fc.constantFrom(...rates),
});
const adjustment = fc.record({
  kind: fc.constantFrom('discount' as const, 'charge' as const),
  size: fc.oneof(
    fc.record({ percent: fc.constantFrom('3', '12.75') }),
    fc.record({ amountMinor: fc.bigInt(0n, 5_000n) }),
  ),
});

const partsOf = (input: TotalsInput) =>
  tradeParts({
    ...input,
    lines: input.lines.map((each) => ({
      sku: null,
      title: 'x',
      unit: 'C62',
      quantity: each.quantity,
      unitPrice: each.unitPrice,
      discountPercent: each.discountPercent ?? '0',
      taxCode: each.taxCode,
      taxRate: each.taxRate,
    })),
    adjustments: (input.adjustments ?? []).map(({ kind, percent }) => ({
      kind,
      reason: '',
      percent: percent ?? null,
    })),
    totals: computeTotals(input),
    exemptionReasons: new Map(),
  });

const total = (amounts: string[]) => amounts.reduce((sum, each) => sum + BigInt(each), 0n);

describe('tradeParts', () => {
  it('says the same in net amounts as in tax-inclusive ones, to the cent, in every tax group', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.array(adjustment, { maxLength: 3 }),
        fc.boolean(),
        fc.constantFrom('group' as const, 'line' as const),
        (lines, adjustments, pricesIncludeTax, taxRounding) => {
          const parts = partsOf({
            kind: 'sale',
            currency: 'EUR',
            pricesIncludeTax,
            taxRounding,
            lines: lines.map(({ tax, ...each }) => ({ ...each, ...tax })),
            adjustments: adjustments.map(({ kind, size }) => ({ kind, ...size })),
          });
          const { totals } = parts;
          // BR-CO-13 and BR-CO-15.
          expect(
            BigInt(totals.itemsNetMinor) - BigInt(totals.discountsNetMinor) + BigInt(totals.chargesNetMinor),
          ).toBe(BigInt(totals.netMinor));
          expect(BigInt(totals.netMinor) + BigInt(totals.taxMinor)).toBe(BigInt(totals.totalMinor));
          for (const group of parts.taxGroups) {
            const mine = ({ taxCode, taxRate }: { taxCode: string; taxRate: string }) =>
              taxCode === group.taxCode && taxRate === group.taxRate;
            const shares = parts.adjustments.flatMap(({ kind, shares }) =>
              shares
                .filter(mine)
                .map(({ netMinor }) => (kind === 'discount' ? `${-BigInt(netMinor)}` : netMinor)),
            );
            const net = total([...parts.items.filter(mine).map(({ netMinor }) => netMinor), ...shares]);
            expect(net).toBe(BigInt(group.baseMinor));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('splits the printed gross price of a single line', () => {
    const parts = partsOf({
      kind: 'sale',
      currency: 'EUR',
      pricesIncludeTax: true,
      taxRounding: 'group',
      lines: [{ quantity: '3', unitPrice: '9.99', taxCode: 'S', taxRate: '19' }],
    });
    expect(parts.items[0]).toMatchObject({ amountMinor: '2997', netMinor: '2518' });
    expect(parts.totals).toMatchObject({ netMinor: '2518', taxMinor: '479', totalMinor: '2997' });
  });
});
