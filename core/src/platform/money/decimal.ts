/** An exact decimal: `int` divided by 10 to the power of `scale`. */
export interface Decimal {
  readonly int: bigint;
  readonly scale: number;
}

/** How many digits a number may have; PostgreSQL's numeric(p, s) is `{ maxIntegerDigits: p - s, maxScale: s }`. */
export interface DecimalLimits {
  maxIntegerDigits: number;
  maxScale: number;
}

export type DecimalFault = 'not-a-number' | 'too-many-digits' | 'too-many-decimals';

/** A text that is no decimal, or has more digits than its column can hold. */
export class DecimalError extends Error {
  constructor(
    readonly code: DecimalFault,
    text: string,
  ) {
    super(`${JSON.stringify(text.slice(0, 40))}: ${code.replaceAll('-', ' ')}`);
    this.name = 'DecimalError';
  }
}

const plain = /^([-+]?)0*(\d*)(?:\.(\d*))?$/;
const defaultLimits: DecimalLimits = { maxIntegerDigits: 20, maxScale: 20 };

/**
 * Reads a plain decimal such as "-12.50"; no exponent, no grouping, no spaces. Zeros that carry nothing
 * ("007.500") are dropped and do not count against the limits.
 * @throws DecimalError
 */
export function parseDecimal(text: string, limits: DecimalLimits = defaultLimits): Decimal {
  const match = text.length <= 100 ? plain.exec(text) : null;
  if (!match || !/\d/.test(text)) throw new DecimalError('not-a-number', text);
  const [, sign, digits = '', rawDecimals = ''] = match;
  const decimals = rawDecimals.replace(/0+$/, '');
  if (digits.length > limits.maxIntegerDigits) throw new DecimalError('too-many-digits', text);
  if (decimals.length > limits.maxScale) throw new DecimalError('too-many-decimals', text);
  const size = BigInt(digits + decimals);
  return { int: sign === '-' ? -size : size, scale: decimals.length };
}

/** The plain, shortest text of a decimal: "12.5", "-0.01", "0". */
export function decimalText({ int, scale }: Decimal): string {
  const text = fixedText(int, scale);
  return scale > 0 ? text.replace(/\.?0+$/, '') : text;
}

/** `int` with a point before its last `scale` digits: (-5n, 2) is "-0.05". */
export function fixedText(int: bigint, scale: number): string {
  const digits = (int < 0n ? -int : int).toString().padStart(scale + 1, '0');
  const sign = int < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const powers = Array.from({ length: 60 }, (_, exponent) => 10n ** BigInt(exponent));

/** 10 to the power of `exponent`, as a bigint. */
export const powerOfTen = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

/**
 * The quotient rounded to a whole number, ties away from zero: the half-up of EN 16931 that also makes
 * a return the exact mirror of its sale. @throws RangeError when dividing by zero
 */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const [top, bottom] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor];
  return top < 0n ? -((-2n * top + bottom) / (2n * bottom)) : (2n * top + bottom) / (2n * bottom);
}

/** The decimal as a whole number of units of 10^-scale, ties away from zero. */
export function roundHalfUp({ int, scale }: Decimal, toScale: number): bigint {
  if (scale <= toScale) return int * powerOfTen(toScale - scale);
  return divideHalfUp(int, powerOfTen(scale - toScale));
}

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  int: a.int * b.int,
  scale: a.scale + b.scale,
});

/** Negative, zero or positive, as for sorting; 1.0 equals 1. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = a.int * powerOfTen(scale - a.scale) - b.int * powerOfTen(scale - b.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
