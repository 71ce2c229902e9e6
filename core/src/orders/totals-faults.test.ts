import { describe, expect, it } from 'vitest';
import { computeTotals, previewTotals, TotalsError, type TotalsInput, type TotalsLine } from './totals';

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

const faultOf = (input: TotalsInput) => {
  const { error } = previewTotals(input);
  return error && { code: error.code, path: error.path, line: error.line };
};

describe('faults', () => {
  const good = line('1', '1');
  it.each<[string, TotalsInput, { code: string; path: string; line: number | null }]>([
    [
      'not a number',
      order([good, line('1x', '1')]),
      { code: 'invalid-number', path: 'lines.1.quantity', line: 1 },
    ],
    [
      'too many places',
      order([line('1', '0.0000001')]),
      { code: 'invalid-number', path: 'lines.0.unitPrice', line: 0 },
    ],
    [
      'percent above 100',
      order([line('1', '1', { discountPercent: '100.01' })]),
      { code: 'invalid-percent', path: 'lines.0.discountPercent', line: 0 },
    ],
    [
      'percent below 0',
      order([line('1', '1', { discountPercent: '-1' })]),
      { code: 'invalid-percent', path: 'lines.0.discountPercent', line: 0 },
    ],
    [
      'discount above the line',
      order([line('1', '1', { discountMinor: 101n })]),
      { code: 'discount-exceeds-line', path: 'lines.0.discountMinor', line: 0 },
    ],
    [
      'negative discount',
      order([line('1', '1', { discountMinor: -1n })]),
      { code: 'invalid-amount', path: 'lines.0.discountMinor', line: 0 },
    ],
    [
      'rate on an untaxed category',
      order([good, line('1', '1', { taxCode: 'E' })]),
      { code: 'invalid-tax', path: 'lines.1.taxRate', line: 1 },
    ],
    [
      'negative rate',
      order([line('1', '1', { taxRate: '-5' })]),
      { code: 'invalid-tax', path: 'lines.0.taxRate', line: 0 },
    ],
    [
      'line beyond int64',
      order([good, line('999999999999', '99999999999999')]),
      { code: 'overflow', path: 'lines.1', line: 1 },
    ],
    [
      'sum beyond int64',
      order([line('90000', '1000000000000'), line('90000', '1000000000000')]),
      { code: 'overflow', path: '', line: null },
    ],
    [
      'total beyond int64',
      order([line('90000', '1000000000000')]),
      { code: 'overflow', path: '', line: null },
    ],
    [
      'negative adjustment',
      order([good], { adjustments: [{ kind: 'charge', amountMinor: -1n }] }),
      { code: 'invalid-amount', path: 'adjustments.0.amountMinor', line: null },
    ],
    [
      'discount above 100 %',
      order([good], { adjustments: [{ kind: 'discount', percent: '101' }] }),
      { code: 'invalid-percent', path: 'adjustments.0.percent', line: null },
    ],
    [
      'charge without tax or lines',
      order([], { adjustments: [{ kind: 'charge', amountMinor: 1n }] }),
      { code: 'tax-needed', path: 'adjustments.0.taxCode', line: null },
    ],
    [
      'code without rate',
      order([good], { adjustments: [{ kind: 'charge', amountMinor: 1n, taxCode: 'S' }] }),
      { code: 'tax-needed', path: 'adjustments.0.taxCode', line: null },
    ],
    [
      'no step',
      order([good], { cashRounding: 0n }),
      { code: 'invalid-amount', path: 'cashRounding', line: null },
    ],
  ])('%s', (_name, input, fault) => {
    expect(faultOf(input)).toEqual(fault);
    expect(() => computeTotals(input)).toThrow(TotalsError);
  });

  it('says in words which line is wrong, counting from one', () => {
    const { error } = previewTotals(order([good, line('1', '1', { discountMinor: 101n })]));
    expect(error?.message).toBe('Line 2: The discount is larger than the line.');
  });

  it('lets a currency that does not exist through as a programming error', () => {
    expect(() => previewTotals(order([good], { currency: 'EURO' }))).toThrow(RangeError);
  });

  it('is all zeros without lines', () => {
    expect(computeTotals(order([]))).toMatchObject({
      groups: [],
      netMinor: 0n,
      totalMinor: 0n,
      payableMinor: 0n,
    });
  });
});
