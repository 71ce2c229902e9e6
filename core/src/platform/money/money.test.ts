import { describe, expect, it } from 'vitest';
import {
  currencies,
  fitsMinor,
  formatMinor,
  isCurrency,
  minorUnits,
  type MoneyJson,
  moneyFromJson,
  moneyToJson,
  toMinor,
} from './index';

/** What Intl shows with other decimals than ISO 4217 gives the minor unit: habits of display. */
const shownWithoutDecimals =
  'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR RSD SOS SYP TZS YER SLL UZS MRO STD ZMK CRC'.split(
    ' ',
  );

describe('currencies', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['UZS', 2],
    ['KWD', 3],
    ['HUF', 2],
    ['IQD', 3],
    ['CLF', 4],
    ['XAF', 0],
    ['HRK', 2],
  ])('%s has %s decimals', (code, decimals) => {
    expect(minorUnits(code)).toBe(decimals);
  });

  it('agrees with Intl wherever Intl follows ISO 4217', () => {
    for (const currency of currencies.filter((code) => !shownWithoutDecimals.includes(code))) {
      const shown = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
      expect([currency, minorUnits(currency)]).toEqual([currency, shown.maximumFractionDigits]);
    }
  });

  it('knows every currency that Intl knows, save those without a minor unit and those long gone', () => {
    const unknown = Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code));
    const notMoney = [
      'XDR',
      'XSU',
      'XUA',
      'XAU',
      'XAG',
      'XPD',
      'XPT',
      'XTS',
      'XXX',
      'XBA',
      'XBB',
      'XBC',
      'XBD',
    ];
    expect(unknown.filter((code) => !notMoney.includes(code))).toEqual([]);
  });

  it('offers each currency in use once, and no withdrawn one', () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies).toContain('GBP');
    expect(currencies).not.toContain('HRK');
  });

  it.each(['eur', 'EURO', 'XXX', '', 'toString'])('does not know %j', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => minorUnits(code)).toThrow(RangeError);
  });
});

describe('minor units', () => {
  it.each([
    ['1234.56', 'EUR', 123456n, '1234.56'],
    ['12.345', 'EUR', 1235n, '12.35'],
    ['-12.345', 'EUR', -1235n, '-12.35'],
    ['-0.001', 'EUR', 0n, '0.00'],
    ['99.5', 'JPY', 100n, '100'],
    ['-0.0005', 'KWD', -1n, '-0.001'],
    ['5', 'UZS', 500n, '5.00'],
    ['-0.05', 'EUR', -5n, '-0.05'],
  ])('%s %s is %s and reads %s', (decimal, currency, minor, text) => {
    expect(toMinor(decimal, currency)).toBe(minor);
    expect(formatMinor(minor, currency)).toBe(text);
  });

  it('stays within what a bigint column holds', () => {
    expect(fitsMinor(2n ** 63n - 1n)).toBe(true);
    expect(fitsMinor(2n ** 63n)).toBe(false);
    expect(fitsMinor(-(2n ** 63n))).toBe(false);
  });

  it('goes through JSON as text', () => {
    const money = { amount: -(2n ** 60n), currency: 'EUR' };
    expect(moneyFromJson(JSON.parse(JSON.stringify(moneyToJson(money))) as MoneyJson)).toEqual(money);
  });
});
