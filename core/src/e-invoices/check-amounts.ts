import type { TradeSnapshot } from '../documents/schemas';
import {
  currencies,
  decimalText,
  divideHalfUp,
  minorUnits,
  parseDecimal,
  powerOfTen,
  type Decimal,
} from '../platform/money';
import { problem } from './problems';
import type { EInvoiceProblem } from './schemas';
import { taxCodesOf } from './tax-codes';
import { xmlText } from './text';
import { isUnitCode } from './unit-codes';

type Group = TradeSnapshot['taxGroups'][number];
interface Taxed {
  taxCode: string;
  taxRate: string;
}

const untaxed = ['E', 'AE', 'K', 'G', 'O'];

/** Lines, tax categories, and whether all amounts add up as EN 16931 counts. */
export function checkAmounts(snapshot: TradeSnapshot): EInvoiceProblem[] {
  return [...lineProblems(snapshot), ...groupProblems(snapshot), ...sumProblems(snapshot)];
}

function lineProblems({ items }: TradeSnapshot): EInvoiceProblem[] {
  if (items.length === 0) return [problem('lines', 'items')];
  return items.flatMap(({ title, unit, quantity, netMinor, discountNetMinor }, index) => {
    const path = `items.${index}`;
    const nothing = parseDecimal(quantity).int === 0n;
    return [
      ...(xmlText(title) ? [] : [problem('line-title', `${path}.title`)]),
      ...(isUnitCode(unit) ? [] : [problem('line-unit', `${path}.unit`)]),
      ...(nothing && BigInt(netMinor) + BigInt(discountNetMinor) !== 0n
        ? [problem('line-quantity', `${path}.quantity`)]
        : []),
    ];
  });
}

function groupProblems(snapshot: TradeSnapshot): EInvoiceProblem[] {
  const codes = taxCodesOf(snapshot);
  const found = snapshot.taxGroups.flatMap((group, index) => {
    const path = `taxGroups.${index}`;
    const rate = parseDecimal(group.taxRate);
    return [
      // BR-S-05
      ...(group.taxCode === 'S' && rate.int <= 0n ? [problem('standard-rate', `${path}.taxRate`)] : []),
      // BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10
      ...(untaxed.includes(group.taxCode) && !xmlText(group.exemptionReason)
        ? [problem('exemption-reason', `${path}.exemptionReason`)]
        : []),
      ...(isTaxRight(group, rate, snapshot.currency) ? [] : [problem('tax-amount', `${path}.taxMinor`)]),
    ];
  });
  // BR-O-11 to BR-O-14
  if (codes.has('O') && codes.size > 1) found.push(problem('outside-scope-mixed', 'taxGroups'));
  return found;
}

/** BR-CO-17, BR-S-09 with the tolerance of the official rules: less than one unit of the currency. */
function isTaxRight({ taxCode, taxMinor, baseMinor }: Group, rate: Decimal, currency: string): boolean {
  const tax = BigInt(taxMinor);
  if (taxCode !== 'S') return tax === 0n;
  const decimals = currencies.includes(currency) ? minorUnits(currency) : 2;
  if (decimals > 2) return true;
  // The official rules round the rate first, and know no tax below half a percent.
  if (rate.int * 2n < powerOfTen(rate.scale)) return isBelow(tax * powerOfTen(2 - decimals), 50n);
  const expected = divideHalfUp(BigInt(baseMinor) * rate.int, powerOfTen(rate.scale + decimals));
  return isBelow(tax * powerOfTen(2 - decimals) - expected, 100n);
}

const isBelow = (difference: bigint, limit: bigint): boolean => difference < limit && difference > -limit;

const add = <Item>(items: readonly Item[], minorOf: (item: Item) => string): bigint =>
  items.reduce((sum, item) => sum + BigInt(minorOf(item)), 0n);

/** BR-CO-10 to BR-CO-16, exact. */
function sumProblems(snapshot: TradeSnapshot): EInvoiceProblem[] {
  const { items, adjustments, taxGroups, totals } = snapshot;
  const sharesOf = (kind: 'discount' | 'charge') =>
    adjustments.filter((each) => each.kind === kind).flatMap(({ shares }) => shares);
  const net = (each: { netMinor: string }) => each.netMinor;
  const [lines, discounts, charges] = [
    add(items, net),
    add(sharesOf('discount'), net),
    add(sharesOf('charge'), net),
  ] as const;
  const rules: [string, bigint, keyof TradeSnapshot['totals']][] = [
    ['BR-CO-10', lines, 'itemsNetMinor'],
    ['BR-CO-11', discounts, 'discountsNetMinor'],
    ['BR-CO-12', charges, 'chargesNetMinor'],
    ['BR-CO-13', lines - discounts + charges, 'netMinor'],
    ['BR-CO-14', add(taxGroups, (group) => group.taxMinor), 'taxMinor'],
    ['BR-CO-15', BigInt(totals.netMinor) + BigInt(totals.taxMinor), 'totalMinor'],
    ['BR-CO-16', BigInt(totals.totalMinor) + BigInt(totals.roundingMinor), 'payableMinor'],
  ];
  const found = rules
    .filter(([, sum, field]) => sum !== BigInt(totals[field]))
    .map(([, , field]) => problem('sums', `totals.${field}`));
  return [...found, ...baseProblems(snapshot)];
}

/** Each category and rate has one row of the tax table, which holds what its lines add up to (BR-S-08, BR-E-08 …). */
function baseProblems({ items, adjustments, taxGroups }: TradeSnapshot): EInvoiceProblem[] {
  const key = ({ taxCode, taxRate }: Taxed) => `${taxCode} ${decimalText(parseDecimal(taxRate))}`;
  const bases = new Map<string, bigint>();
  const gather = (taxed: Taxed, minor: bigint) =>
    bases.set(key(taxed), (bases.get(key(taxed)) ?? 0n) + minor);
  for (const item of items) gather(item, BigInt(item.netMinor));
  for (const { kind, shares } of adjustments) {
    for (const share of shares) gather(share, BigInt(share.netMinor) * (kind === 'discount' ? -1n : 1n));
  }
  const wrong = taxGroups.flatMap((group, index) => {
    const sum = bases.get(key(group));
    bases.delete(key(group));
    return sum === BigInt(group.baseMinor) ? [] : [problem('sums', `taxGroups.${index}.baseMinor`)];
  });
  return bases.size > 0 ? [...wrong, problem('sums', 'taxGroups')] : wrong;
}
