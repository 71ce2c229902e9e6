import { z } from 'zod';
import { says } from '../errors';
import { isCurrency } from './currencies';
import { compareDecimals, decimalText, parseDecimal } from './decimal';
import { fitsMinor } from './money';
import { numberFormats } from './format';

interface DecimalTextOptions {
  /** Most decimals, as the column holds them. */
  maxScale: number;
  /** Most digits before the point; 12 by default. */
  maxIntegerDigits?: number;
  allowNegative?: boolean;
  allowZero?: boolean;
}

/**
 * An exact decimal as text, "12.5"; the output is the shortest plain form ("012.50" becomes "12.5").
 * Not a JSON number: those are floats.
 */
export function DecimalText(options: DecimalTextOptions) {
  const { maxScale, maxIntegerDigits = 12, allowNegative = false, allowZero = true } = options;
  const decimals = maxScale > 0 ? `(?:\\.\\d{1,${maxScale}})?` : '';
  const pattern = new RegExp(`^${allowNegative ? '-?' : ''}\\d{1,${maxIntegerDigits}}${decimals}$`);
  const text = z
    .string()
    .regex(pattern, { error: describe(maxScale, allowNegative), abort: true })
    .overwrite((value) => decimalText(parseDecimal(value)));
  return allowZero ? text : text.refine((value) => value !== '0', { error: says('not-zero') });
}

const describe = (scale: number, allowNegative: boolean) =>
  says(allowNegative ? 'number' : 'number-positive', { scale });

/** A percentage from 0 to 100 with at most four decimals, as text. */
export const PercentText = DecimalText({ maxScale: 4, maxIntegerDigits: 3 }).refine(
  (value) => compareDecimals(parseDecimal(value), { int: 100n, scale: 0 }) <= 0,
  { error: says('percent') },
);

/** An ISO 4217 code in upper case. */
export const CurrencyCode = z.string().refine(isCurrency, { error: says('currency') });

/** A whole number of minor units as text, within the database's bigint. */
export const MinorText = z
  .string()
  .regex(/^-?(?:0|[1-9]\d{0,18})$/, { error: says('minor-units'), abort: true })
  .refine((text) => fitsMinor(BigInt(text)), { error: says('amount-too-large') });

/** `{ "amount": "12345", "currency": "EUR" }`: money in every JSON of the API. */
export const MoneyDto = z.strictObject({ amount: MinorText, currency: CurrencyCode });

export const NumberFormatName = z.enum(numberFormats);
