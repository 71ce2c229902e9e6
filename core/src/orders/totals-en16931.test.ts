import { describe, expect, it } from 'vitest';
import { compareDecimals, decimalText, parseDecimal, toMinor } from '../platform/money';
import { computeTotals, type TaxCode, type TotalsAdjustment, type TotalsLine } from './totals';
import fixtures from './fixtures/en16931.json';

interface Amounts {
  kind: string;
  reason?: string;
  percent?: string;
  base?: string;
  amount: string;
}
interface Line {
  quantity: string;
  unitPrice: string;
  taxCode: string;
  taxRate: string;
  amount: string;
  priceDiscount?: { amount: string; grossPrice?: string };
  adjustments?: Amounts[];
}
interface Example {
  file: string;
  currency: string;
  lines: Line[];
  adjustments: (Amounts & { taxCode: string; taxRate: string })[];
  groups: { taxCode: string; taxRate: string; base: string; tax: string }[];
  totals: Record<'items' | 'discounts' | 'charges' | 'net' | 'tax' | 'total' | 'prepaid' | 'payable', string>;
}
const examples = fixtures.documents as Example[];

/** Discounts less charges of a line: all that the examples have cancel out. */
function lineDiscount({ adjustments = [] }: Line, currency: string): bigint {
  return adjustments.reduce(
    (sum, each) => sum + (each.kind === 'discount' ? 1n : -1n) * toMinor(each.amount, currency),
    0n,
  );
}

function asLine(line: Line, currency: string): TotalsLine {
  const { quantity, unitPrice, taxRate } = line;
  const taxCode = line.taxCode as TaxCode;
  return { quantity, unitPrice, taxCode, taxRate, discountMinor: lineDiscount(line, currency) };
}

function asAdjustment(each: Example['adjustments'][number], currency: string): TotalsAdjustment {
  return {
    kind: each.kind as 'discount' | 'charge',
    taxCode: each.taxCode as TaxCode,
    taxRate: each.taxRate,
    ...(each.percent
      ? { percent: each.percent, percentOf: 'group' }
      : { amountMinor: toMinor(each.amount, currency) }),
  };
}

function compute({ currency, lines, adjustments }: Example, taxRounding: 'group' | 'line' = 'group') {
  return computeTotals({
    kind: 'sale',
    currency,
    pricesIncludeTax: false,
    taxRounding,
    lines: lines.map((line) => asLine(line, currency)),
    adjustments: adjustments.map((each) => asAdjustment(each, currency)),
  });
}

describe.each(examples)('EN 16931 example $file', (example) => {
  const minor = (text: string) => toMinor(text, example.currency);
  const totals = compute(example);

  it('has the net amount of each line', () => {
    expect(totals.lines.map((line) => line.amountMinor)).toEqual(
      example.lines.map((line) => minor(line.amount)),
    );
  });

  it('has the amount of each discount and charge', () => {
    expect(totals.adjustments.map((each) => each.amountMinor)).toEqual(
      example.adjustments.map((each) => minor(each.amount)),
    );
  });

  it('has each tax group', () => {
    const expected = example.groups.map(({ taxCode, taxRate, base, tax }) => ({
      taxCode,
      taxRate: decimalText(parseDecimal(taxRate)),
      baseMinor: minor(base),
      taxMinor: minor(tax),
    }));
    expected.sort(
      (a, b) =>
        Number(a.taxCode !== 'S') - Number(b.taxCode !== 'S') ||
        compareDecimals(parseDecimal(b.taxRate), parseDecimal(a.taxRate)),
    );
    expect(totals.groups).toEqual(expected);
  });

  it('has the totals', () => {
    const { prepaid, payable, ...sums } = example.totals;
    expect({
      items: totals.itemsMinor,
      discounts: totals.discountsMinor,
      charges: totals.chargesMinor,
      net: totals.netMinor,
      tax: totals.taxMinor,
      total: totals.totalMinor,
    }).toEqual(Object.fromEntries(Object.entries(sums).map(([name, text]) => [name, minor(text)])));
    expect(totals.payableMinor - minor(prepaid)).toBe(minor(payable));
  });
});

it('covers each feature of the examples', () => {
  const lines = examples.flatMap((example) => example.lines);
  expect(examples).toHaveLength(7);
  expect(lines).toHaveLength(35);
  expect(lines.filter((line) => line.adjustments)).toHaveLength(2);
  expect(examples.filter((example) => example.totals.prepaid !== '0')).toHaveLength(2);
});

it('takes a discounted item price as net: 100 × (0.1234 − 0.0022) is 12.12', () => {
  const line = examples.find(({ file }) => file === 'sample-discount-price.xml')?.lines[0];
  const { amount = '', grossPrice = '' } = line?.priceDiscount ?? {};
  const net = parseDecimal(grossPrice).int - parseDecimal(amount).int;
  expect(decimalText({ int: net, scale: 4 })).toBe(line?.unitPrice);
});
