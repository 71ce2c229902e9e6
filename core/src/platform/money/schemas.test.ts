import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CurrencyCode, DecimalText, MinorText, MoneyDto, PercentText } from './index';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('DecimalText', () => {
  const Quantity = DecimalText({ maxScale: 3, maxIntegerDigits: 4, allowNegative: true, allowZero: false });

  it.each([
    ['12.50', '12.5'],
    ['-0012', '-12'],
    ['9999.999', '9999.999'],
  ])('turns %s into %s', (text, expected) => {
    expect(Quantity.parse(text)).toBe(expected);
  });

  it.each(['', '1.2345', '12345', '1e3', ' 1', '+1', '.5', '5.', '0', '-0.0', '1\n', 5, null])(
    'refuses %j',
    (value) => {
      expect(accepts(Quantity, value)).toBe(false);
    },
  );

  it('refuses negative numbers unless they are allowed', () => {
    expect(accepts(DecimalText({ maxScale: 2 }), '-1')).toBe(false);
    expect(DecimalText({ maxScale: 0 }).safeParse('1.0').error?.issues[0]?.message).toContain(
      'number-positive',
    );
  });

  it('describes itself as JSON schema, the same in and out', () => {
    const schema = { type: 'string', pattern: '^-?\\d{1,4}(?:\\.\\d{1,3})?$' };
    expect(z.toJSONSchema(Quantity, { io: 'input' })).toMatchObject(schema);
    expect(z.toJSONSchema(Quantity, { io: 'output' })).toMatchObject(schema);
  });
});

it.each([
  ['0', true],
  ['100', true],
  ['100.0000', true],
  ['33.3333', true],
  ['100.0001', false],
  ['101', false],
  ['-1', false],
  ['a', false],
  ['1.00001', false],
])('PercentText %s: %s', (text, fine) => {
  expect(accepts(PercentText, text)).toBe(fine);
});

it.each([
  ['EUR', true],
  ['UZS', true],
  ['eur', false],
  ['XYZ', false],
])('CurrencyCode %s: %s', (code, fine) => {
  expect(accepts(CurrencyCode, code)).toBe(fine);
});

it.each([
  ['12345', true],
  ['-12345', true],
  ['0', true],
  ['9223372036854775807', true],
  ['9223372036854775808', false],
  ['-9223372036854775808', false],
  ['01', false],
  ['1.0', false],
  ['', false],
  ['99999999999999999999999', false],
  [5, false],
])('MinorText %s: %s', (text, fine) => {
  expect(accepts(MinorText, text)).toBe(fine);
});

it('MoneyDto is an amount and a currency, and nothing else', () => {
  expect(MoneyDto.parse({ amount: '12345', currency: 'EUR' })).toEqual({ amount: '12345', currency: 'EUR' });
  expect(accepts(MoneyDto, { amount: 12345, currency: 'EUR' })).toBe(false);
  expect(accepts(MoneyDto, { amount: '1', currency: 'EUR', scale: 2 })).toBe(false);
});
