import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedText } from '../platform/money';
import { spreadAmount, spreadShare } from './totals-spread';
import {
  computeTotals,
  type OrderTotals,
  type TotalsAdjustment,
  type TotalsInput,
  type TotalsLine,
} from './totals';

const decimal = (min: bigint, max: bigint, scale: number) =>
  fc.bigInt({ min, max }).map((int) => fixedText(int, scale));
const tax = fc.constantFrom(
  { taxCode: 'S', taxRate: '20' } as const,
  { taxCode: 'S', taxRate: '7.25' } as const,
  { taxCode: 'S', taxRate: '19.0' } as const,
  { taxCode: 'Z', taxRate: '0' } as const,
  { taxCode: 'AE', taxRate: '0' } as const,
);
const quantity = decimal(-5_000_000n, 5_000_000n, 3);
const line: fc.Arbitrary<TotalsLine> = fc
  .record({
    quantity,
    unitPrice: decimal(0n, 10_000_000n, 4),
    discountPercent: fc.option(decimal(0n, 1_000_000n, 4), { nil: undefined }),
    tax,
  })
  .map(({ tax, discountPercent, ...rest }) => ({
    ...rest,
    ...tax,
    ...(discountPercent && { discountPercent }),
  }));
const adjustment: fc.Arbitrary<TotalsAdjustment> = fc
  .record({
    kind: fc.constantFrom('discount', 'charge'),
    size: fc.oneof(
      decimal(0n, 1_000_000n, 4).map((percent) => ({ percent })),
      fc.bigInt({ min: 0n, max: 100_000n }).map((amountMinor) => ({ amountMinor })),
    ),
    tax: fc.option(tax, { nil: undefined }),
  })
  .map(({ kind, size, tax }) => ({ kind, ...size, ...tax }));
const input: fc.Arbitrary<TotalsInput> = fc.record({
  kind: fc.constantFrom('sale', 'return'),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'UZS'),
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('group', 'line'),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  adjustments: fc.array(adjustment, { maxLength: 4 }),
  cashRounding: fc.constantFrom(1n, 5n, 100n),
});

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

/** Every amount with its sign turned; texts and labels stay. */
function mirrored(value: unknown): unknown {
  if (typeof value === 'bigint') return -value;
  if (Array.isArray(value)) return value.map(mirrored);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mirrored(each)]));
}

const mirror = ({ lines, kind, ...rest }: TotalsInput): TotalsInput => ({
  ...rest,
  kind: kind === 'sale' ? 'return' : 'sale',
  lines: lines.map((each) => ({
    ...each,
    quantity: each.quantity.startsWith('-') ? each.quantity.slice(1) : `-${each.quantity}`,
  })),
});

describe('the totals of any order', () => {
  it('add up exactly', () => {
    fc.assert(
      fc.property(input, (order) => {
        const totals = computeTotals(order);
        const { itemsMinor, discountsMinor, chargesMinor, netMinor, taxMinor } = totals;
        expect(itemsMinor).toBe(sum(totals.lines.map((each) => each.amountMinor)));
        expect(netMinor).toBe(sum(totals.groups.map((group) => group.baseMinor)));
        expect(taxMinor).toBe(sum(totals.groups.map((group) => group.taxMinor)));
        expect(totals.totalMinor).toBe(netMinor + taxMinor);
        expect(itemsMinor - discountsMinor + chargesMinor).toBe(
          order.pricesIncludeTax ? totals.totalMinor : netMinor,
        );
        for (const each of totals.adjustments) {
          expect(sum(each.shares.map(({ amountMinor }) => amountMinor))).toBe(each.amountMinor);
        }
      }),
    );
  });

  it('turn their sign with every quantity, to the last unit', () => {
    fc.assert(
      fc.property(input, (order) => {
        expect(computeTotals(mirror(order))).toEqual(mirrored(computeTotals(order)));
      }),
    );
  });

  it('do not depend on the order of the lines', () => {
    const shuffled = input.chain((order) =>
      fc.tuple(
        fc.constant(order),
        fc.shuffledSubarray(order.lines as TotalsLine[], { minLength: order.lines.length }),
      ),
    );
    const withoutLines = ({ lines: _lines, ...rest }: OrderTotals) => rest;
    fc.assert(
      fc.property(shuffled, ([order, lines]) => {
        expect(withoutLines(computeTotals({ ...order, lines }))).toEqual(withoutLines(computeTotals(order)));
      }),
    );
  });

  it('never take more off a line than it has', () => {
    fc.assert(
      fc.property(input, (order) => {
        for (const { grossMinor, discountMinor, amountMinor } of computeTotals(order).lines) {
          expect(amountMinor).toBe(grossMinor - discountMinor);
          expect(amountMinor * grossMinor >= 0n && discountMinor * grossMinor >= 0n).toBe(true);
        }
      }),
    );
  });

  it('stay the same when what came out as amounts is given back in', () => {
    const signed = input.map(({ kind, lines, adjustments = [], ...rest }) => ({
      ...rest,
      kind,
      lines: lines.map((each) => ({
        ...each,
        quantity: (kind === 'return' ? '-' : '') + each.quantity.replace('-', ''),
      })),
      adjustments: adjustments.filter(({ taxCode }) => !taxCode),
    }));
    fc.assert(
      fc.property(signed, (order) => {
        const totals = computeTotals(order);
        const again = computeTotals({
          ...order,
          lines: order.lines.map(({ discountPercent: _percent, ...each }, index) => ({
            ...each,
            discountMinor: totals.lines[index]?.discountMinor ?? 0n,
          })),
          adjustments: totals.adjustments.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
        });
        expect(again.lines).toEqual(totals.lines);
        expect(again.chargesMinor).toBe(totals.chargesMinor);
        expect(again.discountsMinor).toBe(totals.discountsMinor);
      }),
    );
  });

  it('differ from the unrounded tax by less than a unit per group', () => {
    fc.assert(
      fc.property(input, (order) => {
        const totals = computeTotals({ ...order, taxRounding: 'group' });
        for (const { baseMinor, taxMinor, taxRate } of totals.groups) {
          const rate = BigInt(Math.round(Number(taxRate) * 100));
          const off = baseMinor * rate - taxMinor * 10_000n;
          // In gross mode base and tax are rounded together, so the rate adds to the half unit.
          expect((off < 0n ? -off : off) * 2n <= 10_000n + rate).toBe(true);
        }
      }),
    );
  });
});

describe('spreading', () => {
  const weights = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), {
    minLength: 1,
    maxLength: 8,
  });
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

  it('loses nothing, and no part is a unit off', () => {
    fc.assert(
      fc.property(amount, weights, (total, bases) => {
        const parts = spreadAmount(total, bases);
        expect(sum(parts)).toBe(total);
        const sizes = bases.map((base) => (base < 0n ? -base : base));
        const whole = sum(sizes);
        parts.forEach((part, index) => {
          const off = part * whole - total * (sizes[index] ?? 0n);
          expect(whole === 0n || (off < whole && off > -whole)).toBe(true);
        });
      }),
    );
  });

  it('of a percentage gives each part its own, to the unit, and the sum rounded', () => {
    fc.assert(
      fc.property(weights, fc.bigInt({ min: 0n, max: 1_000_000n }), (bases, percent) => {
        const parts = spreadShare(bases, percent, 1_000_000n);
        const off = 2n * (sum(parts) * 1_000_000n - sum(bases) * percent);
        expect(off <= 1_000_000n && off >= -1_000_000n).toBe(true);
        parts.forEach((part, index) => {
          const off = part * 1_000_000n - (bases[index] ?? 0n) * percent;
          expect(off < 1_000_000n && off > -1_000_000n).toBe(true);
        });
      }),
    );
  });
});

it('adds up 250,000 lines within seconds', () => {
  const lines = Array.from({ length: 250_000 }, (_, index) => ({
    quantity: String((index % 97) + 1),
    unitPrice: fixedText(BigInt(index % 9973), 2),
    taxCode: 'S' as const,
    taxRate: index % 3 ? '20' : '5',
    discountPercent: '0',
  }));
  const started = performance.now();
  const totals = computeTotals({
    kind: 'sale',
    currency: 'GBP',
    pricesIncludeTax: false,
    taxRounding: 'group',
    lines,
  });
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(totals.lines).toHaveLength(250_000);
});
