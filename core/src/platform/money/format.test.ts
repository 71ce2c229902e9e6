import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatMinor,
  formatMoney,
  formatNumber,
  numberFormats,
  parseAmountInput,
} from './index';

describe('formatMoney', () => {
  it.each([
    ['comma-point', 123456n, 'GBP', '1,234.56\u00a0GBP'],
    ['point-comma', -123456789n, 'EUR', '\u22121.234.567,89\u00a0EUR'],
    ['space-comma', 123456n, 'UZS', '1\u202f234,56\u00a0UZS'],
    ['apostrophe-point', 123456n, 'CHF', '1\u2019234.56\u00a0CHF'],
    ['comma-point', 1234567n, 'JPY', '1,234,567\u00a0JPY'],
    ['comma-point', -5n, 'KWD', '\u22120.005\u00a0KWD'],
    ['comma-point', 0n, 'EUR', '0.00\u00a0EUR'],
    ['comma-point', 99999n, 'EUR', '999.99\u00a0EUR'],
  ] as const)('%s: %s %s', (numberFormat, minor, currency, text) => {
    expect(formatMoney(minor, currency, { numberFormat })).toBe(text);
  });

  it('shows quantities and prices with the decimals they have', () => {
    expect(formatNumber('1234.5', 'point-comma')).toBe('1.234,5');
    expect(formatNumber('1234.5', 'comma-point', { minDecimals: 2 })).toBe('1,234.50');
    expect(formatNumber('0.123456', 'comma-point', { minDecimals: 2 })).toBe('0.123456');
    expect(formatNumber('-3', 'comma-point')).toBe('\u22123');
  });
});

describe('parseAmountInput', () => {
  it.each([
    ['1,234.56', 'comma-point', '1234.56'],
    ['1.234,56', 'point-comma', '1234.56'],
    ['1 234,56', 'space-comma', '1234.56'],
    ["1'234.56", 'apostrophe-point', '1234.56'],
    ['1.234,56', 'comma-point', '1234.56'],
    ['1,234.56', 'point-comma', '1234.56'],
    ['1,234', 'comma-point', '1234'],
    ['1,234', 'point-comma', '1.234'],
    ['1.234', 'point-comma', '1234'],
    ['1.234', 'comma-point', '1.234'],
    ['1.234', 'space-comma', '1.234'],
    ['12,5', 'comma-point', '12.5'],
    ['12.5', 'point-comma', '12.5'],
    ['0,125', 'comma-point', '0.125'],
    ['1234,567', 'comma-point', '1234.567'],
    ['1,234,567', 'point-comma', '1234567'],
    ['12,34,567.8', 'comma-point', '1234567.8'],
    ['  42 ', 'comma-point', '42'],
    ['.5', 'comma-point', '0.5'],
    ['5,', 'point-comma', '5'],
    ['-12', 'comma-point', '-12'],
    ['\u221212', 'comma-point', '-12'],
    ['\u2013 12.50', 'comma-point', '-12.5'],
    ['+3', 'comma-point', '3'],
    ['(12.50)', 'comma-point', '-12.5'],
    ['€ 12,50', 'point-comma', '12.5'],
    ['-£5', 'comma-point', '-5'],
    ['£-5', 'comma-point', '-5'],
    ['12.50 EUR', 'comma-point', '12.5'],
    ['eur 12.50', 'comma-point', '12.5'],
    ['-0', 'comma-point', '0'],
  ] as const)('%j in %s is %s', (text, numberFormat, expected) => {
    expect(parseAmountInput(text, numberFormat)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'EUR',
    '€',
    'abc',
    '12abc',
    '1e5',
    '1..2',
    '1,2,3',
    '1,234.56.78',
    '1.234,567.89',
    '1 2',
    '12 34',
    '--5',
    '(5',
    '5%',
    '1,234 567.00',
    '1'.repeat(61),
  ])('does not guess %j', (text) => {
    expect(parseAmountInput(text, 'comma-point')).toBeNull();
  });

  it('reads back whatever was shown, in every format', () => {
    const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    const currency = fc.constantFrom('EUR', 'JPY', 'CLF');
    fc.assert(
      fc.property(amount, currency, fc.constantFrom(...numberFormats), (minor, code, format) => {
        const plain = formatMinor(minor, code)
          .replace(/(\..*?)0+$/, '$1')
          .replace(/\.$/, '');
        expect(parseAmountInput(formatMoney(minor, code, { numberFormat: format }), format)).toBe(plain);
        expect(parseAmountInput(formatAmount(minor, code, format), format)).toBe(plain);
      }),
    );
  });

  it('shows what Intl shows', () => {
    const intl = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (minor) => {
        expect(formatAmount(minor, 'EUR', 'comma-point')).toBe(
          intl.format(formatMinor(minor, 'EUR') as never),
        );
      }),
    );
  });
});
