import { faultText } from '../platform/errors';

/** VAT categories of EN 16931 (UNTDID 5305): standard, zero, exempt, reverse charge, intra-EU, export, outside. */
export const taxCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;
export type TaxCode = (typeof taxCodes)[number];

export const taxRoundings = ['group', 'line'] as const;
export type TaxRounding = (typeof taxRoundings)[number];

/** Decimals are plain texts ("12.5"), amounts are minor units of the order's currency. */
export interface TotalsLine {
  /** Negative on returns. */
  quantity: string;
  unitPrice: string;
  /** 0 to 100. Wins over `discountMinor`, because a stored line keeps the resulting amount beside it. */
  discountPercent?: string;
  /** Fixed discount; it makes the line smaller, also a returned one (there either sign will do). */
  discountMinor?: bigint;
  /**
   * What the line amounts to, where that is known: a part of a line that was priced as a whole. Wins over discounts;
   * what it lacks to quantity × price is then the discount, negative where rounding makes the part dearer.
   */
  amountMinor?: bigint;
  taxCode: TaxCode;
  taxRate: string;
}

/** A discount or charge on the whole order: a percentage or a fixed amount. */
export interface TotalsAdjustment {
  kind: 'discount' | 'charge';
  percent?: string;
  /** Zero or more. On a return it is given back, as a negative amount; there either sign will do. */
  amountMinor?: bigint;
  reason?: string;
  /** Its own tax; without one it is spread over the tax groups of the lines, in proportion. */
  taxCode?: TaxCode;
  taxRate?: string;
  /**
   * What a percentage is taken of: all lines, or those with the adjustment's own tax. By default a discount
   * with its own tax takes those (only they can become cheaper), everything else all lines.
   */
  percentOf?: 'items' | 'group';
}

export interface TotalsInput {
  /** Decides whether fixed adjustments raise or mirror: those of a return are given back. */
  kind: 'sale' | 'return';
  currency: string;
  /** True when unit prices and adjustments contain the tax. */
  pricesIncludeTax: boolean;
  /** `group`: tax is rounded once per tax group (EN 16931, BR-CO-17); `line`: per line and adjustment. */
  taxRounding: TaxRounding;
  lines: readonly TotalsLine[];
  adjustments?: readonly TotalsAdjustment[];
  /** Smallest payable step in minor units, such as 5n for CHF in cash. */
  cashRounding?: bigint;
  /** Taxes that are known, by group as in `S 20`: of parts of something that was taxed as a whole. */
  knownTaxes?: ReadonlyMap<string, bigint>;
}

export interface LineTotals {
  /** quantity × price, rounded; before the discount. */
  grossMinor: bigint;
  discountMinor: bigint;
  /** grossMinor − discountMinor (BT-131). */
  amountMinor: bigint;
  /** The line's own tax, only where it is rounded per line. */
  taxMinor: bigint | null;
}

export interface TaxShare {
  taxCode: TaxCode;
  taxRate: string;
  amountMinor: bigint;
}

export interface AdjustmentTotals {
  kind: 'discount' | 'charge';
  /** Positive on a sale, for discounts too. */
  amountMinor: bigint;
  /** What of it falls on which tax group; adds up to `amountMinor`. */
  shares: TaxShare[];
}

export interface TaxGroup {
  taxCode: TaxCode;
  /** Shortest form: "20", "7.5". */
  taxRate: string;
  /** Without tax (BT-116). */
  baseMinor: bigint;
  /** BT-117. */
  taxMinor: bigint;
}

/** All amounts in minor units. Items, discounts and charges contain the tax where prices do. */
export interface OrderTotals {
  lines: LineTotals[];
  adjustments: AdjustmentTotals[];
  /** By category in the order of `taxCodes`, then the highest rate first. */
  groups: TaxGroup[];
  /** Sum of the lines' amounts (BT-106). */
  itemsMinor: bigint;
  /** BT-107. */
  discountsMinor: bigint;
  /** BT-108. */
  chargesMinor: bigint;
  /** Sum of the groups' bases (BT-109). */
  netMinor: bigint;
  /** Sum of the groups' taxes (BT-110). */
  taxMinor: bigint;
  /** netMinor + taxMinor, exactly (BT-112): the order's total. */
  totalMinor: bigint;
  /** What cash rounding adds or takes (BT-114); 0n without it. */
  roundingMinor: bigint;
  /** totalMinor + roundingMinor: what is to be paid (BT-115 before payments). */
  payableMinor: bigint;
}

export type TotalsFault =
  | 'invalid-number'
  | 'invalid-percent'
  | 'invalid-tax'
  | 'invalid-amount'
  | 'discount-exceeds-line'
  | 'tax-needed'
  | 'overflow';

/** Where a fault lies: the index of a line or adjustment, or the order as a whole. */
export type TotalsPlace = { line: number } | { adjustment: number } | null;

/** Totals that cannot be: the message is English and safe to show, code and path serve forms. */
export class TotalsError extends Error {
  /** Path in the input, such as `lines.2.quantity`; empty for the order as a whole. */
  readonly path: string;
  /** Index of the line at fault, or null. */
  readonly line: number | null;

  constructor(
    readonly code: TotalsFault,
    place: TotalsPlace,
    readonly field: string | null,
  ) {
    const isLine = place !== null && 'line' in place;
    const where = isLine ? `lines.${place.line}` : place ? `adjustments.${place.adjustment}` : null;
    const said = faultText(code);
    super(isLine ? `Line ${place.line + 1}: ${said}` : said);
    this.name = 'TotalsError';
    this.path = [where, field].filter(Boolean).join('.');
    this.line = isLine ? place.line : null;
  }
}
