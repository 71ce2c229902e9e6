import { divideHalfUp, parseDecimal, powerOfTen } from '../platform/money';
import { spreadShareTo, type OrderTotals, type TaxCode, type TaxRounding } from '../orders/totals';
import type { SnapshotAdjustment, SnapshotItem, TradeSnapshot } from './schemas';

/** A priced line, with what is printed of it. */
export interface TradeLine {
  kind?: 'item' | 'deduction';
  sku: string | null;
  title: string;
  orderNumber?: string | null;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  taxCode: TaxCode;
  taxRate: string;
}

export interface TradeAdjustment {
  kind: 'discount' | 'charge';
  reason: string;
  percent: string | null;
}

export interface TradeContent {
  pricesIncludeTax: boolean;
  taxRounding: TaxRounding;
  lines: readonly TradeLine[];
  adjustments: readonly TradeAdjustment[];
  /** What `computeTotals` made of these lines and adjustments. */
  totals: OrderTotals;
  /** Why there is no tax, by category and rate as `E 0`. */
  exemptionReasons: ReadonlyMap<string, string | null>;
}

type TradeParts = Pick<TradeSnapshot, 'items' | 'adjustments' | 'taxGroups' | 'totals'>;

interface Part {
  group: string;
  amount: bigint;
}

const groupKey = (part: { taxCode: string; taxRate: string }) => `${part.taxCode} ${Number(part.taxRate)}`;

/**
 * Amounts without tax of all lines and shares of adjustments. Each group's parts add up to its base, so that an
 * e-invoice, which knows net amounts alone, says the same as the paper with its tax-inclusive prices.
 */
function netAmounts(content: TradeContent, parts: readonly Part[]): bigint[] {
  const net = parts.map(({ amount }) => amount);
  if (!content.pricesIncludeTax) return net;
  for (const group of content.totals.groups) {
    const key = groupKey(group);
    const at = parts.flatMap((part, index) => (part.group === key ? [index] : []));
    const { int, scale } = parseDecimal(group.taxRate);
    const whole = 100n * powerOfTen(scale);
    const amounts = at.map((index) => parts[index]?.amount ?? 0n);
    const spread = spreadShareTo(amounts, whole, whole + int, group.baseMinor);
    at.forEach((index, place) => {
      net[index] = spread[place] ?? 0n;
    });
  }
  return net;
}

const withoutTax = (minor: bigint, rate: string, included: boolean): bigint => {
  if (!included) return minor;
  const { int, scale } = parseDecimal(rate);
  const whole = 100n * powerOfTen(scale);
  return divideHalfUp(minor * whole, whole + int);
};

function itemsOf(content: TradeContent, net: readonly bigint[]): SnapshotItem[] {
  return content.lines.map((line, index) => {
    const totals = content.totals.lines[index];
    const discount = totals?.discountMinor ?? 0n;
    return {
      position: index + 1,
      kind: line.kind ?? 'item',
      sku: line.sku,
      title: line.title,
      orderNumber: line.orderNumber ?? null,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      discountMinor: discount.toString(),
      discountNetMinor: withoutTax(discount, line.taxRate, content.pricesIncludeTax).toString(),
      taxCode: line.taxCode,
      taxRate: line.taxRate,
      amountMinor: (totals?.amountMinor ?? 0n).toString(),
      netMinor: (net[index] ?? 0n).toString(),
    };
  });
}

function adjustmentsOf(content: TradeContent, net: readonly bigint[]): SnapshotAdjustment[] {
  let place = content.lines.length;
  return content.totals.adjustments.map((adjustment, index) => ({
    kind: adjustment.kind,
    reason: content.adjustments[index]?.reason ?? '',
    percent: content.adjustments[index]?.percent ?? null,
    amountMinor: adjustment.amountMinor.toString(),
    shares: adjustment.shares.map(({ taxCode, taxRate, amountMinor }) => {
      const signed = net[place] ?? 0n;
      place += 1;
      const netMinor = adjustment.kind === 'discount' ? -signed : signed;
      return { taxCode, taxRate, amountMinor: amountMinor.toString(), netMinor: netMinor.toString() };
    }),
  }));
}

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** What a document says of its lines, discounts, taxes and sums, in net amounts too (BT-106 to BT-115). Pure. */
export function tradeParts(content: TradeContent): TradeParts {
  const { totals } = content;
  const parts: Part[] = [
    ...content.lines.map((line, index) => ({
      group: groupKey(line),
      amount: totals.lines[index]?.amountMinor ?? 0n,
    })),
    ...totals.adjustments.flatMap(({ kind, shares }) =>
      shares.map((share) => ({
        group: groupKey(share),
        amount: kind === 'discount' ? -share.amountMinor : share.amountMinor,
      })),
    ),
  ];
  const net = netAmounts(content, parts);
  const items = itemsOf(content, net);
  const adjustments = adjustmentsOf(content, net);
  const sharesOf = (kind: 'discount' | 'charge') =>
    sum(
      adjustments
        .filter((each) => each.kind === kind)
        .flatMap(({ shares }) => shares.map(({ netMinor }) => netMinor)),
    ).toString();
  return {
    items,
    adjustments,
    taxGroups: totals.groups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => ({
      taxCode,
      taxRate,
      baseMinor: baseMinor.toString(),
      taxMinor: taxMinor.toString(),
      exemptionReason: content.exemptionReasons.get(groupKey({ taxCode, taxRate })) ?? null,
    })),
    totals: {
      itemsMinor: totals.itemsMinor.toString(),
      itemsNetMinor: sum(items.map(({ netMinor }) => netMinor)).toString(),
      discountsNetMinor: sharesOf('discount'),
      chargesNetMinor: sharesOf('charge'),
      netMinor: totals.netMinor.toString(),
      taxMinor: totals.taxMinor.toString(),
      totalMinor: totals.totalMinor.toString(),
      roundingMinor: totals.roundingMinor.toString(),
      payableMinor: totals.payableMinor.toString(),
    },
  };
}
