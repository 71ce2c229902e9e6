import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countries } from '../platform/fields';
import { addDays } from '../platform/time';
import { defaultTaxes } from './defaults';
import { faultsOf, rateOn, taxCodes, zeroRate, type TaxCode, type TaxRate } from './rates';
import { CreateTaxCategoryInput, UpdateTaxCategoryInput } from './schemas';

const rate = (percent: string, validFrom: string, validTo: string | null = null): TaxRate => ({
  rate: percent,
  validFrom,
  validTo,
});
const category = (code: TaxCode, rates: TaxRate[], exemptionReason: string | null = null) => ({
  code,
  rates,
  exemptionReason,
});
const british = [rate('17.5', '2010-01-01', '2011-01-03'), rate('20', '2011-01-04')];

describe('faultsOf', () => {
  it.each([
    ['a standard rate', category('S', british), []],
    ['rates with a gap', category('S', [rate('5', '2020-01-01', '2020-02-01'), rate('6', '2021-01-01')]), []],
    ['a zero rate', category('Z', [zeroRate]), []],
    ['an exemption', category('E', [zeroRate], 'Article 132'), []],
    ['standard at zero', category('S', [zeroRate]), ['rates.0.rate']],
    ['zero-rated at 5', category('Z', [rate('5', '2020-01-01')]), ['rates.0.rate']],
    ['reverse charge at 20', category('AE', [rate('20', '2020-01-01')], 'Reverse charge'), ['rates.0.rate']],
    ['an exemption without a reason', category('E', [zeroRate]), ['exemptionReason']],
    ['K without a reason', category('K', [zeroRate]), ['exemptionReason']],
    ['G without a reason', category('G', [zeroRate]), ['exemptionReason']],
    ['O without a reason', category('O', [zeroRate]), ['exemptionReason']],
    ['a standard rate with a reason', category('S', british, 'why'), ['exemptionReason']],
    ['no rate', category('S', []), ['rates']],
    [
      'an end before the beginning',
      category('S', [rate('5', '2020-02-01', '2020-01-01')]),
      ['rates.0.validTo'],
    ],
    [
      'a shared day',
      category('S', [rate('5', '2020-01-01', '2020-06-01'), rate('6', '2020-06-01')]),
      ['rates.1.validFrom'],
    ],
    [
      'two open ends',
      category('S', [rate('5', '2020-01-01'), rate('6', '2021-01-01')]),
      ['rates.1.validFrom'],
    ],
    [
      'one inside another',
      category('S', [rate('5', '2020-01-01', '2020-12-31'), rate('6', '2020-03-01', '2020-04-01')]),
      ['rates.1.validFrom'],
    ],
  ])('%s', (_, given, paths) => {
    expect(faultsOf(given).map((fault) => fault.path)).toEqual(paths);
  });
});

describe('rateOn', () => {
  it.each([
    ['2009-12-31', undefined],
    ['2010-01-01', '17.5'],
    ['2011-01-03', '17.5'],
    ['2011-01-04', '20'],
    ['2126-01-01', '20'],
  ])('%s: %s', (date, expected) => {
    expect(rateOn(british, date)?.rate).toBe(expected);
  });

  it('finds exactly one rate on every day of rates that do not overlap', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 3_000 }), (days, offset) => {
        let start = '2010-01-01';
        const rates = days.map((length, index) => {
          const made = rate(String(index + 1), start, addDays(start, length));
          start = addDays(start, length + 1);
          return made;
        });
        expect(faultsOf(category('S', rates))).toEqual([]);
        const date = addDays('2010-01-01', offset);
        const holding = rates.filter((each) => each.validFrom <= date && date <= (each.validTo ?? ''));
        expect(holding).toHaveLength(date < start ? 1 : 0);
        expect(rateOn([...rates].reverse(), date)).toBe(holding[0]);
      }),
    );
  });
});

describe('inputs', () => {
  it('puts zero into an untaxed category and drops needless digits', () => {
    expect(CreateTaxCategoryInput.parse({ code: 'Z', name: 'Zero' }).rates).toEqual([zeroRate]);
    const input = { code: 'S', name: 'S', rates: [{ rate: '020.500', validFrom: '2020-01-01' }] };
    expect(CreateTaxCategoryInput.parse(input).rates).toEqual([rate('20.5', '2020-01-01')]);
  });

  it.each([
    { code: 'S', name: 'S' },
    { code: 'X', name: 'X' },
    { code: 'Z', name: '' },
    { code: 'Z', name: 'Z', rate: '0' },
    { code: 'S', name: 'S', rates: [{ rate: '101', validFrom: '2020-01-01' }] },
    { code: 'S', name: 'S', rates: [{ rate: '-5', validFrom: '2020-01-01' }] },
    { code: 'S', name: 'S', rates: [{ rate: '5.12345', validFrom: '2020-01-01' }] },
    { code: 'S', name: 'S', rates: [{ rate: 5, validFrom: '2020-01-01' }] },
    { code: 'S', name: 'S', rates: [{ rate: '5', validFrom: '2020-02-30' }] },
    { code: 'S', name: 'S', rates: [{ rate: '5', validFrom: '1899-12-31' }] },
    { code: 'E', name: 'E', exemptionReason: ' ' },
  ])('refuses %j', (input) => {
    expect(CreateTaxCategoryInput.safeParse(input).success).toBe(false);
  });

  it('never changes a code', () => {
    expect(UpdateTaxCategoryInput.safeParse({ code: 'Z' }).success).toBe(false);
  });
});

describe('defaultTaxes', () => {
  it('makes categories that follow the rules, for every country and language', () => {
    for (const country of [...countries, null]) {
      for (const language of ['en', 'ru', 'uz', 'de']) {
        const made = defaultTaxes(country, language).map((each) => CreateTaxCategoryInput.parse(each));
        expect(made.filter((each) => each.isDefault)).toHaveLength(1);
        expect(new Set(made.map((each) => each.name)).size).toBe(made.length);
      }
    }
  });

  it.each([
    ['GB', '2026-11-21', '20'],
    ['GB', '2010-12-01', '17.5'],
    ['DE', '2020-07-01', '16'],
    ['DE', '2021-01-01', '19'],
    ['FI', '2026-11-21', '25.5'],
    ['EE', '2026-11-21', '24'],
    ['RO', '2026-11-21', '21'],
    ['UZ', '2026-11-21', '12'],
    ['RU', '2025-12-31', '20'],
    ['RU', '2026-01-01', '22'],
    ['KZ', '2026-01-01', '16'],
  ])('%s on %s: %s %%', (country, date, percent) => {
    const standard = CreateTaxCategoryInput.parse(defaultTaxes(country)[0]);
    expect(standard).toMatchObject({ code: 'S', name: 'Standard' });
    expect(rateOn(standard.rates, date)?.rate).toBe(percent);
  });

  it('knows every member of the EU, and says "No tax" where it knows nothing', () => {
    const eu = countries.filter((country) => defaultTaxes(country).some((each) => each.code === 'K'));
    expect(eu).toHaveLength(27);
    expect(defaultTaxes('US')).toEqual([
      expect.objectContaining({ code: 'O', name: 'No tax', isDefault: true }),
    ]);
    expect(defaultTaxes(null, 'uz')[0]?.name).toBe('Soliqsiz');
    expect(taxCodes).toContain('O');
  });
});
