import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFractions, detectNumberFormat, parsePercent, parseQuantity, parseUnitPrice } from './decimals';

const POINT = { decimal: '.' } as const;
const COMMA = { decimal: ',' } as const;
const UNKNOWN = { decimal: null };

describe('detectNumberFormat', () => {
  it.each([
    [['2.55', '3.39', '7'], '.', false],
    [['2,55', '3,39', '7'], ',', false],
    [['1,234.50'], '.', false],
    [['1.234,50'], ',', false],
    [['1 234,5'], ',', false],
    [['1.234.567', '2'], ',', false],
    [['0.001', '1.250'], '.', false],
    [['1,234', '0,5'], ',', false],
    [['1,234', '2,500'], null, true],
    [['1.250', '3'], null, true],
    [['6', '8', ''], null, false],
    [['2.5', '2,5'], null, false],
    [['abc'], null, false],
  ])('%j', (cells, decimal, ambiguous) => {
    expect(detectNumberFormat(cells)).toEqual({ decimal, ambiguous });
  });

  it('takes the preferred mark where the cells do not tell', () => {
    expect(detectNumberFormat(['1.250', '3'], { prefer: '.' })).toEqual({ decimal: '.', ambiguous: false });
  });
});

describe('parseUnitPrice', () => {
  it.each([
    ['2.55', POINT, '2.55'],
    [' 1,234.50 ', POINT, '1234.5'],
    ['1.234,50', COMMA, '1234.5'],
    ['1 234 567,5', COMMA, '1234567.5'],
    ['1\u00a0234\u202f567', POINT, '1234567'],
    ["1'234.5", POINT, '1234.5'],
    ['£2.55', POINT, '2.55'],
    ['2,55 €', COMMA, '2.55'],
    ["12 500 so'm", POINT, '12500'],
    ['12 500,00 сум', COMMA, '12500'],
    ['USD 5', POINT, '5'],
    ['-£5.10', POINT, '-5.1'],
    ['£-5.10', POINT, '-5.1'],
    ['−5', POINT, '-5'],
    ['5-', POINT, '-5'],
    ['(1,234.50)', POINT, '-1234.5'],
    ['+007.500', POINT, '7.5'],
    ['.5', POINT, '0.5'],
    ['5.', POINT, '5'],
    ['-0.00', POINT, '0'],
    ['2,5', UNKNOWN, '2.5'],
    ['1,234.5', UNKNOWN, '1234.5'],
    ['99999999999999.999999', POINT, '99999999999999.999999'],
    ['  ', POINT, null],
  ])('%j with %j is %s', (cell, format, value) => {
    expect(parseUnitPrice(cell, format)).toEqual({ ok: true, value });
  });

  it.each([
    ['2,5', POINT, 'bad-number'],
    ['1,23,456', POINT, 'bad-number'],
    ['2.5', COMMA, 'bad-number'],
    ['1.2.3', POINT, 'bad-number'],
    ['abc', POINT, 'bad-number'],
    ['1e5', POINT, 'bad-number'],
    ['ABC123', POINT, 'bad-number'],
    ['--5', POINT, 'bad-number'],
    ['-5-', POINT, 'bad-number'],
    ['5 6', POINT, 'bad-number'],
    ['#N/A', POINT, 'bad-number'],
    ['1'.repeat(100), POINT, 'number-too-large'],
    ['1 '.repeat(50), POINT, 'bad-number'],
    ['1,234', UNKNOWN, 'ambiguous-number'],
    ['0.1234567', POINT, 'too-precise'],
    ['123456789012345', POINT, 'number-too-large'],
  ])('%j with %j is refused: %s', (cell, format, code) => {
    expect(parseUnitPrice(cell, format)).toEqual({ ok: false, code });
  });

  it('reads back every number in every way of writing it, exactly', () => {
    const number = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }),
      fc.integer({ min: 0, max: 999_999 }),
    );
    const style = fc.constantFrom([',', '.'], ['.', ','], [' ', ','], ['\u00a0', '.'], ["'", '.']);
    fc.assert(
      fc.property(
        number,
        style,
        fc.boolean(),
        ([whole, millionths], [group = '', decimal = ''], negative) => {
          const digits = String(millionths).padStart(6, '0');
          const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
          const fraction = digits.replace(/0+$/, '');
          const plain = String(whole) + (fraction === '' ? '' : `.${fraction}`);
          const sign = negative && plain !== '0' ? '-' : '';
          const format = { decimal: decimal === ',' ? ',' : '.' } as const;
          const parsed = parseUnitPrice(`${negative ? '-' : ''}${grouped}${decimal}${digits}`, format);
          expect(parsed).toEqual({ ok: true, value: sign + plain });
        },
      ),
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const parsed = parseUnitPrice(cell, UNKNOWN);
        if (parsed.ok && parsed.value !== null) expect(parsed.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    );
  });
});

describe('quantities and rates', () => {
  it('drops units', () => expect(parseQuantity('5 шт.', POINT)).toEqual({ ok: true, value: '5' }));
  it('has twelve digits at most', () => {
    expect(parseQuantity('1234567890123', POINT)).toEqual({ ok: false, code: 'number-too-large' });
  });

  it.each([
    ['20', false, '20'],
    ['20 %', false, '20'],
    ['0.2', true, '20'],
    ['0.055', true, '5.5'],
    ['1', true, '100'],
    ['12%', true, '12'],
    ['0', true, '0'],
  ])('%s (fractions: %s) is %s percent', (cell, fractions, value) => {
    expect(parsePercent(cell, POINT, fractions)).toEqual({ ok: true, value });
  });

  it.each(['120', '-5', '100.5'])('%s is no rate', (cell) =>
    expect(parsePercent(cell, POINT).ok).toBe(false),
  );

  it('knows columns of fractions', () => {
    expect(detectFractions(['0.2', '0', '0.055', ''], POINT)).toBe(true);
    expect(detectFractions(['20', '0', '0.5'], POINT)).toBe(false);
    expect(detectFractions(['0', '0'], POINT)).toBe(false);
    expect(detectFractions(['0.5%'], POINT)).toBe(false);
  });
});
