import { minorUnits } from './currencies';
import { type Decimal, fixedText, parseDecimal, roundHalfUp } from './decimal';

/** An amount in minor units (cents, tiyin) of an ISO 4217 currency. */
export interface Money {
  amount: bigint;
  currency: string;
}

/** Money in JSON: minor units as text, because JSON numbers are floats. */
export interface MoneyJson {
  amount: string;
  currency: string;
}

const largestMinor = 2n ** 63n - 1n;

/** Whether the database can hold the amount (bigint columns; symmetric, so that each has its negative). */
export const fitsMinor = (minor: bigint): boolean => minor <= largestMinor && minor >= -largestMinor;

/**
 * The amount in minor units, ties away from zero: ("12.345", "EUR") is 1235n.
 * @throws DecimalError for a text that is no decimal, RangeError for an unknown currency
 */
export const toMinor = (decimal: string | Decimal, currency: string): bigint =>
  roundHalfUp(typeof decimal === 'string' ? parseDecimal(decimal) : decimal, minorUnits(currency));

/** Minor units as a plain decimal with the currency's decimals: (123456n, "EUR") is "1234.56". */
export const formatMinor = (minor: bigint, currency: string): string =>
  fixedText(minor, minorUnits(currency));

/** Reads what `MinorText` has checked. */
export const minorFromText = (text: string): bigint => BigInt(text);

export const moneyToJson = ({ amount, currency }: Money): MoneyJson => ({
  amount: amount.toString(),
  currency,
});

export const moneyFromJson = ({ amount, currency }: MoneyJson): Money => ({
  amount: minorFromText(amount),
  currency,
});
