import { powerOfTen } from '../platform/money';
import type { Gathering, Gatherings } from './totals-groups';
import { absolute, checked, percentOf, readPercent } from './totals-lines';
import { spreadAmount, spreadShare } from './totals-spread';
import { type AdjustmentTotals, type TotalsAdjustment, TotalsError, type TotalsInput } from './totals-types';

/** An adjustment's amount, and what of it falls on which group. */
export interface Adjusted {
  totals: AdjustmentTotals;
  parts: { group: Gathering; amount: bigint }[];
}

/** Works out each discount and charge on the items; they do not compound. @throws TotalsError */
export function adjust(input: TotalsInput, groups: Gatherings, itemsMinor: bigint): Adjusted[] {
  const withLines = groups.sorted();
  return (input.adjustments ?? []).map((adjustment, index) => {
    const parts = isNamed(adjustment)
      ? [namedPart(adjustment, index, input.kind, groups, itemsMinor)]
      : spreadParts(adjustment, index, input.kind, withLines);
    const amountMinor = parts.reduce((sum, part) => sum + part.amount, 0n);
    checked(amountMinor, { adjustment: index });
    const shares = parts.map(({ group: { taxCode, taxRate }, amount }) => ({
      taxCode,
      taxRate,
      amountMinor: amount,
    }));
    return { parts, totals: { kind: adjustment.kind, amountMinor, shares } };
  });
}

type Named = TotalsAdjustment & Required<Pick<TotalsAdjustment, 'taxCode' | 'taxRate'>>;

const isNamed = (adjustment: TotalsAdjustment): adjustment is Named =>
  adjustment.taxCode !== undefined && adjustment.taxRate !== undefined;

function namedPart(
  adjustment: Named,
  index: number,
  kind: TotalsInput['kind'],
  groups: Gatherings,
  items: bigint,
) {
  const group = groups.of(adjustment.taxCode, adjustment.taxRate, { adjustment: index });
  const percent = readShare(adjustment, index);
  if (!percent) return { group, amount: fixedAmount(adjustment, index, kind) };
  const of = adjustment.percentOf ?? (adjustment.kind === 'discount' ? 'group' : 'items');
  return { group, amount: percentOf(of === 'group' ? group.items : items, percent) };
}

function spreadParts(
  adjustment: TotalsAdjustment,
  index: number,
  kind: TotalsInput['kind'],
  groups: readonly Gathering[],
) {
  if (adjustment.taxCode !== undefined || adjustment.taxRate !== undefined || groups.length === 0) {
    throw new TotalsError('tax-needed', { adjustment: index }, 'taxCode');
  }
  const bases = groups.map((group) => group.items);
  const percent = readShare(adjustment, index);
  const amounts = percent
    ? spreadShare(bases, percent.int, 100n * powerOfTen(percent.scale))
    : spreadAmount(fixedAmount(adjustment, index, kind), bases);
  return groups.map((group, position) => ({ group, amount: amounts[position] ?? 0n }));
}

function readShare({ percent, kind }: TotalsAdjustment, index: number) {
  if (percent === undefined) return null;
  return readPercent(percent, kind === 'discount', { adjustment: index }, 'percent');
}

function fixedAmount(adjustment: TotalsAdjustment, index: number, kind: TotalsInput['kind']): bigint {
  const { amountMinor = 0n } = adjustment;
  if (kind === 'return') return -absolute(amountMinor);
  if (amountMinor < 0n) throw new TotalsError('invalid-amount', { adjustment: index }, 'amountMinor');
  return amountMinor;
}
