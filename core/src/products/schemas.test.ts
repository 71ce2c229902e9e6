import { describe, expect, it } from 'vitest';
import { CreateProductInput, ListProductsInput, UpdateProductInput } from './schemas';
import { isUnit, unitLabel, units } from './units';

const parsed = (input: object) =>
  CreateProductInput.parse({ sku: 'A1', name: 'Lamp', unitPrice: '2.55', ...input });
const refused = (input: object) =>
  !CreateProductInput.safeParse({ sku: 'A1', name: 'Lamp', unitPrice: '2.55', ...input }).success;

describe('CreateProductInput', () => {
  it('fills in what is not given and leaves the rest to the company', () => {
    expect(parsed({})).toEqual({
      sku: 'A1',
      name: 'Lamp',
      names: {},
      unit: 'C62',
      unitPrice: '2.55',
      tags: [],
    });
  });

  it.each([
    ['2.550000', '2.55'],
    ['0', '0'],
    ['0.000001', '0.000001'],
    ['00012', '12'],
    ['99999999999999.999999', '99999999999999.999999'],
  ])('keeps the price %s as %s', (typed, kept) => {
    expect(parsed({ unitPrice: typed }).unitPrice).toBe(kept);
  });

  it('keeps names in the order of their languages, without empty ones', () => {
    const { names } = parsed({ names: { uz: 'Chiroq', EN: ' Lamp ', ru: '' } });
    expect(Object.entries(names)).toEqual([
      ['en', 'Lamp'],
      ['uz', 'Chiroq'],
    ]);
  });

  it.each([
    { sku: '' },
    { sku: 'x'.repeat(81) },
    { sku: 'a\u0000' },
    { name: '' },
    { name: 'x'.repeat(301) },
    { names: { english: 'Lamp' } },
    { names: { en: 'x'.repeat(301) } },
    { names: { en: 1 } },
    { unit: 'BUCKET' },
    { unitPrice: 2.55 },
    { unitPrice: '2,55' },
    { unitPrice: '-1' },
    { unitPrice: '1e3' },
    { unitPrice: '0.0000001' },
    { unitPrice: '100000000000000' },
    { unitPrice: '' },
    { currency: 'EURO' },
    { taxCategoryId: 'standard' },
    { tags: Array.from({ length: 31 }, (_, n) => `${n}`) },
    { version: 1 },
  ])('refuses %j', (input) => {
    expect(refused(input)).toBe(true);
  });
});

describe('UpdateProductInput and ListProductsInput', () => {
  it('change nothing that is not given', () => {
    expect(UpdateProductInput.parse({})).toEqual({});
    expect(UpdateProductInput.safeParse({ unitPrice: null }).success).toBe(false);
  });

  it('know their parameters', () => {
    expect(ListProductsInput.parse({ unit: 'kgm', sort: '-unitPrice' })).toMatchObject({
      unit: 'KGM',
      limit: 50,
    });
    expect(ListProductsInput.safeParse({ customer: 'x' }).success).toBe(false);
    expect(ListProductsInput.safeParse({ taxCategoryId: 'x' }).success).toBe(false);
  });
});

describe('units', () => {
  it('have one label in each language, and no two the same code', () => {
    expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
    for (const { code, en, ru, uz } of units) expect([code, en, ru, uz].every(Boolean)).toBe(true);
  });

  it.each([
    ['C62', 'en', 'pcs'],
    ['KGM', 'ru', 'кг'],
    ['HUR', 'uz', 'soat'],
    ['HUR', 'de', 'h'],
    ['ZZ', 'en', 'ZZ'],
  ])('%s in %s is %s', (code, language, label) => {
    expect(unitLabel(code, language)).toBe(label);
  });

  it('are those that the product knows', () => {
    expect([isUnit('LTR'), isUnit('ltr'), isUnit('X')]).toEqual([true, false, false]);
  });
});
