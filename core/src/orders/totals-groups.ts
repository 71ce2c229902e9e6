import { type Decimal, compareDecimals, decimalText, divideHalfUp, powerOfTen } from '../platform/money';
import { percentLimits, readDecimal } from './totals-lines';
import { type TaxCode, taxCodes, TotalsError, type TotalsPlace } from './totals-types';

/** What is gathered of one (category, rate) while the order is added up. */
export interface Gathering {
  readonly taxCode: TaxCode;
  readonly taxRate: string;
  readonly rate: Decimal;
  /** Sum of its lines. */
  items: bigint;
  /** Lines and adjustments; with the tax inside where prices contain it. */
  sum: bigint;
  /** Sum of taxes already rounded, where they are rounded one by one. */
  tax: bigint;
}

/** The tax groups of an order by category and rate: "20" and "20.00" are one. */
export class Gatherings {
  private readonly byText = new Map<string, Gathering>();
  private readonly byKey = new Map<string, Gathering>();

  /** @throws TotalsError `invalid-tax`, `invalid-number` */
  of(taxCode: TaxCode, taxRate: string, place: TotalsPlace): Gathering {
    const text = `${taxCode} ${taxRate}`;
    const known = this.byText.get(text);
    if (known) return known;
    const made = newGathering(taxCode, taxRate, place);
    const key = `${taxCode} ${made.taxRate}`;
    const group = this.byKey.get(key) ?? made;
    this.byKey.set(key, group);
    this.byText.set(text, group);
    return group;
  }

  /** In the order of `taxCodes`, then the highest rate first. */
  sorted(): Gathering[] {
    return [...this.byKey.values()].sort(
      (a, b) => taxCodes.indexOf(a.taxCode) - taxCodes.indexOf(b.taxCode) || compareDecimals(b.rate, a.rate),
    );
  }
}

/** Only the standard category has a rate above zero (BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05, BR-O-05). */
function newGathering(taxCode: TaxCode, taxRate: string, place: TotalsPlace): Gathering {
  if (!taxCodes.includes(taxCode)) throw new TotalsError('invalid-tax', place, 'taxCode');
  const rate = readDecimal(taxRate, percentLimits, place, 'taxRate');
  if (rate.int < 0n || (taxCode !== 'S' && rate.int !== 0n))
    throw new TotalsError('invalid-tax', place, 'taxRate');
  return { taxCode, taxRate: decimalText(rate), rate, items: 0n, sum: 0n, tax: 0n };
}

/** The tax on a net amount, or inside a gross one; rounded half up. */
export function taxOf(minor: bigint, rate: Decimal, included: boolean): bigint {
  if (rate.int === 0n) return 0n;
  const whole = 100n * powerOfTen(rate.scale);
  return divideHalfUp(minor * rate.int, included ? whole + rate.int : whole);
}
