import { describe, expect, it } from 'vitest';
import { computeTotals, type TotalsAdjustment, type TotalsInput, type TotalsLine } from './totals';

const line = (quantity: string, unitPrice: string, more: Partial<TotalsLine> = {}): TotalsLine => ({
  quantity,
  unitPrice,
  taxCode: 'S',
  taxRate: '20',
  ...more,
});

const order = (lines: TotalsLine[], more: Partial<TotalsInput> = {}): TotalsInput => ({
  kind: 'sale',
  currency: 'EUR',
  pricesIncludeTax: false,
  taxRounding: 'group',
  lines,
  ...more,
});

describe('lines', () => {
  it.each([
    ['3', '0.335', 'EUR', {}, 101n, 0n, 101n],
    ['1', '0.005', 'EUR', {}, 1n, 0n, 1n],
    ['-1', '0.005', 'EUR', {}, -1n, 0n, -1n],
    ['1', '0.0049', 'EUR', {}, 0n, 0n, 0n],
    ['3', '99.5', 'JPY', {}, 299n, 0n, 299n],
    ['2.5', '1.2345', 'KWD', {}, 3086n, 0n, 3086n],
    ['1', '-11062.06', 'GBP', {}, -1106206n, 0n, -1106206n],
    ['1', '100', 'EUR', { discountPercent: '33.3333' }, 10000n, 3333n, 6667n],
    ['-1', '100', 'EUR', { discountPercent: '33.3333' }, -10000n, -3333n, -6667n],
    ['1', '0.25', 'EUR', { discountPercent: '10' }, 25n, 3n, 22n],
    ['2', '10', 'EUR', { discountMinor: 300n }, 2000n, 300n, 1700n],
    ['-2', '10', 'EUR', { discountMinor: 300n }, -2000n, -300n, -1700n],
    ['-2', '10', 'EUR', { discountMinor: -300n }, -2000n, -300n, -1700n],
    ['1', '10', 'EUR', { discountMinor: 1000n }, 1000n, 1000n, 0n],
    ['1', '10', 'EUR', { discountPercent: '100' }, 1000n, 1000n, 0n],
    ['1', '10', 'EUR', { discountPercent: '10', discountMinor: 999n }, 1000n, 100n, 900n],
    ['1', '10', 'EUR', { discountPercent: '0', discountMinor: 999n }, 1000n, 999n, 1n],
    ['2.000000', '10.500000', 'EUR', {}, 2100n, 0n, 2100n],
  ])('%s × %s %s %o', (quantity, price, currency, more, grossMinor, discountMinor, amountMinor) => {
    const totals = computeTotals(order([line(quantity, price, more)], { currency }));
    expect(totals.lines).toEqual([{ grossMinor, discountMinor, amountMinor, taxMinor: null }]);
    expect(totals.itemsMinor).toBe(amountMinor);
  });

  it('rounds each line before adding (BR-CO-10)', () => {
    const totals = computeTotals(order([line('1', '0.004'), line('1', '0.004'), line('1', '0.004')]));
    expect(totals.itemsMinor).toBe(0n);
  });
});

describe('tax', () => {
  const thirds = [line('1', '0.33'), line('1', '0.33'), line('1', '0.33')];

  it('rounds once per group, or per line where the company says so', () => {
    const group = computeTotals(order(thirds));
    expect(group.taxMinor).toBe(20n);
    const perLine = computeTotals(order(thirds, { taxRounding: 'line' }));
    expect(perLine.lines.map(({ taxMinor }) => taxMinor)).toEqual([7n, 7n, 7n]);
    expect(perLine.taxMinor).toBe(21n);
    expect(perLine.totalMinor).toBe(120n);
  });

  it('splits a gross amount once per group, so that the printed gross holds', () => {
    const totals = computeTotals(order(thirds, { pricesIncludeTax: true }));
    expect(totals.groups).toEqual([{ taxCode: 'S', taxRate: '20', baseMinor: 82n, taxMinor: 17n }]);
    expect(totals.totalMinor).toBe(99n);
  });

  it('splits each gross line where tax is rounded per line', () => {
    const totals = computeTotals(order(thirds, { pricesIncludeTax: true, taxRounding: 'line' }));
    expect(totals.groups).toEqual([{ taxCode: 'S', taxRate: '20', baseMinor: 81n, taxMinor: 18n }]);
    expect(totals.totalMinor).toBe(99n);
  });

  it('joins rates that are written differently, and sorts groups', () => {
    const totals = computeTotals(
      order([
        line('1', '1', { taxCode: 'O', taxRate: '0' }),
        line('1', '2', { taxRate: '7.5' }),
        line('1', '4', { taxRate: '20.00' }),
        line('1', '8', { taxRate: '20' }),
        line('1', '16', { taxCode: 'Z', taxRate: '0.000' }),
      ]),
    );
    expect(totals.groups).toEqual([
      { taxCode: 'S', taxRate: '20', baseMinor: 1200n, taxMinor: 240n },
      { taxCode: 'S', taxRate: '7.5', baseMinor: 200n, taxMinor: 15n },
      { taxCode: 'Z', taxRate: '0', baseMinor: 1600n, taxMinor: 0n },
      { taxCode: 'O', taxRate: '0', baseMinor: 100n, taxMinor: 0n },
    ]);
  });

  it('keeps three and more places of a rate', () => {
    const totals = computeTotals(order([line('1', '1000', { taxRate: '5.0255' })]));
    expect(totals.taxMinor).toBe(5026n);
  });
});

describe('discounts and charges on the order', () => {
  const mixed = [
    line('1', '10'),
    line('1', '20', { taxRate: '5' }),
    line('1', '3.33', { taxCode: 'Z', taxRate: '0' }),
  ];
  const adjusted = (adjustment: TotalsAdjustment, more: Partial<TotalsInput> = {}) =>
    computeTotals(order(mixed, { adjustments: [adjustment], ...more }));

  it('spreads a percentage over the groups, without losing a cent', () => {
    const totals = adjusted({ kind: 'discount', percent: '10' });
    expect(totals.discountsMinor).toBe(333n);
    expect(totals.adjustments[0]?.shares).toEqual([
      { taxCode: 'S', taxRate: '20', amountMinor: 100n },
      { taxCode: 'S', taxRate: '5', amountMinor: 200n },
      { taxCode: 'Z', taxRate: '0', amountMinor: 33n },
    ]);
    expect(totals.groups.map(({ baseMinor }) => baseMinor)).toEqual([900n, 1800n, 300n]);
    expect(totals.netMinor).toBe(3000n);
  });

  it('spreads a fixed amount in proportion; the largest remainder gets the odd cent', () => {
    const totals = adjusted({ kind: 'charge', amountMinor: 100n });
    expect(totals.adjustments[0]?.shares.map(({ amountMinor }) => amountMinor)).toEqual([30n, 60n, 10n]);
    expect(totals.chargesMinor).toBe(100n);
    expect(totals.netMinor).toBe(3433n);
  });

  it('puts an adjustment with its own tax there, also into a group of its own', () => {
    const totals = adjusted({ kind: 'charge', amountMinor: 500n, taxCode: 'S', taxRate: '10' });
    expect(totals.groups[1]).toEqual({ taxCode: 'S', taxRate: '10', baseMinor: 500n, taxMinor: 50n });
  });

  it.each([
    ['discount', undefined, 200n],
    ['discount', 'items', 333n],
    ['charge', undefined, 333n],
    ['charge', 'group', 200n],
  ] as const)('takes the percentage of a %s with its own tax of %s', (kind, percentOf, amountMinor) => {
    const of = percentOf ? { percentOf } : {};
    const totals = adjusted({ kind, percent: '10', taxCode: 'S', taxRate: '5', ...of });
    expect(totals.adjustments[0]?.amountMinor).toBe(amountMinor);
  });

  it('gives fixed adjustments of a return back', () => {
    const back = mixed.map((each) => ({ ...each, quantity: '-1' }));
    const totals = computeTotals(
      order(back, {
        kind: 'return',
        adjustments: [
          { kind: 'discount', amountMinor: 333n },
          { kind: 'charge', amountMinor: 500n, taxCode: 'S', taxRate: '20' },
        ],
      }),
    );
    expect(totals).toMatchObject({
      itemsMinor: -3333n,
      discountsMinor: -333n,
      chargesMinor: -500n,
      netMinor: -3500n,
    });
  });

  it('adds a charge to an exchange even when more comes back than goes out', () => {
    const totals = computeTotals(
      order([line('-1', '30'), line('1', '10')], { adjustments: [{ kind: 'charge', amountMinor: 500n }] }),
    );
    expect(totals.netMinor).toBe(-1500n);
  });

  it('takes adjustments of the items and not of each other', () => {
    const totals = computeTotals(
      order([line('1', '100')], {
        adjustments: [
          { kind: 'discount', percent: '10' },
          { kind: 'discount', percent: '10' },
        ],
      }),
    );
    expect(totals.netMinor).toBe(8000n);
  });

  it('takes tax per share where tax is rounded per line', () => {
    const totals = computeTotals(
      order([line('1', '0.33'), line('1', '0.33')], {
        taxRounding: 'line',
        adjustments: [{ kind: 'discount', amountMinor: 33n }],
      }),
    );
    expect(totals.groups).toEqual([{ taxCode: 'S', taxRate: '20', baseMinor: 33n, taxMinor: 7n }]);
  });

  it('reduces the printed gross where prices contain tax', () => {
    const totals = adjusted({ kind: 'discount', percent: '10' }, { pricesIncludeTax: true });
    expect(totals.totalMinor).toBe(3333n - 333n);
  });
});

describe('cash rounding', () => {
  it.each([
    [1002n, -2n],
    [1003n, 2n],
    [1005n, 0n],
    [-1003n, -2n],
  ])('of %s in steps of 5 is %s, in a field of its own', (cents, roundingMinor) => {
    const unitPrice = `${cents / 100n}.${String(Math.abs(Number(cents % 100n))).padStart(2, '0')}`;
    const lines = [line('1', unitPrice, { taxCode: 'Z', taxRate: '0' })];
    const totals = computeTotals(order(lines, { currency: 'CHF', cashRounding: 5n }));
    expect(totals).toMatchObject({ totalMinor: cents, roundingMinor, payableMinor: cents + roundingMinor });
  });
});
