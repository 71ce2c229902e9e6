import { divideHalfUp, minorUnits } from '../platform/money';
import { adjust, type Adjusted } from './totals-adjustments';
import { type Gathering, Gatherings, taxOf } from './totals-groups';
import { checked, lineTotals } from './totals-lines';
import {
  type LineTotals,
  type OrderTotals,
  type TaxGroup,
  TotalsError,
  type TotalsInput,
} from './totals-types';

export { spreadAmount, spreadShareTo } from './totals-spread';
export {
  type AdjustmentTotals,
  type LineTotals,
  type OrderTotals,
  type TaxCode,
  type TaxGroup,
  type TaxRounding,
  type TaxShare,
  type TotalsAdjustment,
  TotalsError,
  type TotalsFault,
  type TotalsInput,
  type TotalsLine,
  taxCodes,
  taxRoundings,
} from './totals-types';

/**
 * The totals of an order by EN 16931: lines rounded half up to the currency and then added (BR-CO-10),
 * discounts and charges before tax, tax once per category and rate (BR-CO-17), totals exact sums. Where prices
 * contain tax, each group's gross is split once, so that what is printed holds. All amounts in minor units.
 * @throws TotalsError naming the line, RangeError for an unknown currency
 */
export function computeTotals(input: TotalsInput): OrderTotals {
  const decimals = minorUnits(input.currency);
  const groups = new Gatherings();
  const lines = input.lines.map((line, index) => {
    const totals = lineTotals(line, index, decimals);
    gather(groups.of(line.taxCode, line.taxRate, { line: index }), totals, input);
    return totals;
  });
  const itemsMinor = checked(
    sum(lines, (line) => line.amountMinor),
    null,
  );
  const adjusted = adjust(input, groups, itemsMinor);
  for (const adjustment of adjusted) apply(adjustment, input);
  const taxGroups = groups.sorted().map((group) => close(group, input));
  return {
    lines,
    adjustments: adjusted.map(({ totals }) => totals),
    groups: taxGroups,
    itemsMinor,
    ...sums(adjusted, taxGroups),
    ...payable(taxGroups, input.cashRounding),
  };
}

/** Totals, or why there are none yet: for a form that shows them while its fields are half typed. */
export function previewTotals(
  input: TotalsInput,
): { totals: OrderTotals; error: null } | { totals: null; error: TotalsError } {
  try {
    return { totals: computeTotals(input), error: null };
  } catch (error) {
    if (error instanceof TotalsError) return { totals: null, error };
    throw error;
  }
}

function gather(group: Gathering, line: LineTotals, { taxRounding, pricesIncludeTax }: TotalsInput): void {
  group.items += line.amountMinor;
  group.sum += line.amountMinor;
  if (taxRounding !== 'line') return;
  line.taxMinor = taxOf(line.amountMinor, group.rate, pricesIncludeTax);
  group.tax += line.taxMinor;
}

function apply({ totals, parts }: Adjusted, { taxRounding, pricesIncludeTax }: TotalsInput): void {
  for (const { group, amount } of parts) {
    const change = totals.kind === 'discount' ? -amount : amount;
    group.sum += change;
    if (taxRounding === 'line') group.tax += taxOf(change, group.rate, pricesIncludeTax);
  }
}

function close(group: Gathering, { taxRounding, pricesIncludeTax, knownTaxes }: TotalsInput): TaxGroup {
  const { taxCode, taxRate, rate, sum: amount } = group;
  const rounded = () => (taxRounding === 'line' ? group.tax : taxOf(amount, rate, pricesIncludeTax));
  const taxMinor = knownTaxes?.get(`${taxCode} ${taxRate}`) ?? rounded();
  return { taxCode, taxRate, baseMinor: pricesIncludeTax ? amount - taxMinor : amount, taxMinor };
}

function sums(adjusted: readonly Adjusted[], groups: readonly TaxGroup[]) {
  const of = (kind: 'discount' | 'charge') =>
    sum(adjusted, ({ totals }) => (totals.kind === kind ? totals.amountMinor : 0n));
  return {
    discountsMinor: checked(of('discount'), null),
    chargesMinor: checked(of('charge'), null),
    netMinor: checked(
      sum(groups, (group) => checked(group.baseMinor, null)),
      null,
    ),
    taxMinor: checked(
      sum(groups, (group) => checked(group.taxMinor, null)),
      null,
    ),
  };
}

function payable(groups: readonly TaxGroup[], step = 1n) {
  if (step <= 0n) throw new TotalsError('invalid-amount', null, 'cashRounding');
  const totalMinor = checked(
    sum(groups, (group) => group.baseMinor + group.taxMinor),
    null,
  );
  const payableMinor = checked(divideHalfUp(totalMinor, step) * step, null);
  return { totalMinor, roundingMinor: payableMinor - totalMinor, payableMinor };
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => bigint): bigint {
  let total = 0n;
  for (const item of items) total += amountOf(item);
  return total;
}
