import {
  type Decimal,
  DecimalError,
  divideHalfUp,
  fitsMinor,
  multiplyDecimals,
  parseDecimal,
  powerOfTen,
  roundHalfUp,
} from '../platform/money';
import { type LineTotals, TotalsError, type TotalsLine, type TotalsPlace } from './totals-types';

/** Digits that the columns of order_items hold. */
export const quantityLimits = { maxIntegerDigits: 12, maxScale: 6 };
export const priceLimits = { maxIntegerDigits: 14, maxScale: 6 };
export const percentLimits = { maxIntegerDigits: 5, maxScale: 4 };

const hundred: Decimal = { int: 100n, scale: 0 };

/** @throws TotalsError `invalid-number` naming the place */
export function readDecimal(
  text: string,
  limits: { maxIntegerDigits: number; maxScale: number },
  place: TotalsPlace,
  field: string,
): Decimal {
  try {
    return parseDecimal(text, limits);
  } catch (error) {
    if (error instanceof DecimalError) throw new TotalsError('invalid-number', place, field);
    throw error;
  }
}

/** A percentage of zero or more, at most 100 when `capped`. @throws TotalsError */
export function readPercent(text: string, capped: boolean, place: TotalsPlace, field: string): Decimal {
  const percent = readDecimal(text, percentLimits, place, field);
  const most = hundred.int * powerOfTen(percent.scale);
  if (percent.int < 0n || (capped && percent.int > most))
    throw new TotalsError('invalid-percent', place, field);
  return percent;
}

/** The share of an amount, rounded half up. */
export const percentOf = (minor: bigint, percent: Decimal): bigint =>
  divideHalfUp(minor * percent.int, 100n * powerOfTen(percent.scale));

export const absolute = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/** @throws TotalsError `overflow` when the database cannot hold the amount */
export function checked(minor: bigint, place: TotalsPlace, field: string | null = null): bigint {
  if (!fitsMinor(minor)) throw new TotalsError('overflow', place, field);
  return minor;
}

/**
 * quantity × price rounded to the currency, less the discount (BT-131, BR-CO-10); tax is left to the caller.
 * @throws TotalsError naming the line
 */
export function lineTotals(line: TotalsLine, index: number, decimals: number): LineTotals {
  const place = { line: index };
  const quantity = readDecimal(line.quantity, quantityLimits, place, 'quantity');
  const price = readDecimal(line.unitPrice, priceLimits, place, 'unitPrice');
  const grossMinor = checked(roundHalfUp(multiplyDecimals(quantity, price), decimals), place);
  const discountMinor =
    line.amountMinor === undefined ? lineDiscount(line, grossMinor, place) : grossMinor - line.amountMinor;
  return { grossMinor, discountMinor, amountMinor: grossMinor - discountMinor, taxMinor: null };
}

function lineDiscount(line: TotalsLine, gross: bigint, place: TotalsPlace): bigint {
  if (line.discountPercent !== undefined) {
    const percent = readPercent(line.discountPercent, true, place, 'discountPercent');
    if (percent.int !== 0n) return percentOf(gross, percent);
  }
  const discount = line.discountMinor ?? 0n;
  if (discount < 0n && gross >= 0n) throw new TotalsError('invalid-amount', place, 'discountMinor');
  const size = absolute(discount);
  if (size > absolute(gross)) throw new TotalsError('discount-exceeds-line', place, 'discountMinor');
  return gross < 0n ? -size : size;
}
