import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  decimalText,
  DecimalError,
  divideHalfUp,
  fixedText,
  multiplyDecimals,
  parseDecimal,
  roundHalfUp,
} from './index';

const texts = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([int, scale]) => fixedText(int, scale));
const limits = { maxIntegerDigits: 30, maxScale: 20 };
const read = (text: string) => parseDecimal(text, limits);

describe('parseDecimal', () => {
  it.each([
    ['0', 0n, 0],
    ['-0.00', 0n, 0],
    ['12.50', 125n, 1],
    ['-12.50', -125n, 1],
    ['+7', 7n, 0],
    ['.5', 5n, 1],
    ['5.', 5n, 0],
    ['007.5000000000', 75n, 1],
    ['10', 10n, 0],
  ])('%s', (text, int, scale) => {
    expect(parseDecimal(text, { maxIntegerDigits: 2, maxScale: 2 })).toEqual({ int, scale });
  });

  it.each([
    '',
    '.',
    '-',
    '+',
    '1e5',
    '0x10',
    '1,5',
    ' 1',
    '1 ',
    '1_000',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '٣',
  ])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(expect.objectContaining({ code: 'not-a-number' }));
  });

  it('says which limit a number breaks', () => {
    const small = { maxIntegerDigits: 3, maxScale: 2 };
    expect(() => parseDecimal('1000', small)).toThrow(expect.objectContaining({ code: 'too-many-digits' }));
    expect(() => parseDecimal('0.001', small)).toThrow(
      expect.objectContaining({ code: 'too-many-decimals' }),
    );
    expect(() => parseDecimal('1'.repeat(5_000))).toThrow(DecimalError);
  });
});

describe('against big.js', () => {
  it('reads and writes the same number', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decimalText(read(text))).toBe(new Big(text).toFixed().replace(/^-0$/, '0'));
      }),
    );
  });

  it('rounds half away from zero', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 8 }), (text, scale) => {
        const rounded = new Big(text).round(scale, Big.roundHalfUp);
        expect(new Big(fixedText(roundHalfUp(read(text), scale), scale)).eq(rounded)).toBe(true);
      }),
    );
  });

  it('multiplies and compares', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(decimalText(multiplyDecimals(read(a), read(b)))).toBe(
          new Big(a).times(b).toFixed().replace(/^-0$/, '0'),
        );
        expect(compareDecimals(read(a), read(b))).toBe(new Big(a).cmp(b));
      }),
    );
  });
});

describe('divideHalfUp', () => {
  it.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [5n, -10n, -1n],
    [4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-25n, 10n, -3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])('%s / %s is %s', (dividend, divisor, quotient) => {
    expect(divideHalfUp(dividend, divisor)).toBe(quotient);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  });
});
