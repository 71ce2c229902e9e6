import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countryCode } from './countries';
import { parseCurrency } from './currencies';
import { cleanText, parseEmail, parseText } from './texts';

describe('countryCode', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['EIRE', 'IE'],
    ['USA', 'US'],
    ['RSA', 'ZA'],
    ['Czech Republic', 'CZ'],
    ['Hong Kong', 'HK'],
    ['United Arab Emirates', 'AE'],
    ['Saudi Arabia', 'SA'],
    ['the Netherlands', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ['St Lucia', 'LC'],
    ['Turkey', 'TR'],
    ['uz', 'UZ'],
    ['Узбекистан', 'UZ'],
    ["O'zbekiston", 'UZ'],
    ['Oʻzbekiston', 'UZ'],
    ['Россия', 'RU'],
    ['Германия', 'DE'],
    ['Österreich', 'AT'],
    ['Channel Islands', null],
    ['European Community', null],
    ['European Union', null],
    ['Unspecified', null],
    ['Soviet Union', null],
    ['', null],
    ['ZZ', null],
    ['EU', null],
  ])('%s is %s', (name, code) => expect(countryCode(name)).toBe(code));

  it('knows every country of the real shop', () => {
    const names =
      'Australia,Austria,Bahrain,Belgium,Brazil,Canada,Cyprus,Czech Republic,Denmark,EIRE,Finland,France,Germany,' +
      'Greece,Hong Kong,Iceland,Israel,Italy,Japan,Lebanon,Lithuania,Malta,Netherlands,Norway,Poland,Portugal,' +
      'RSA,Saudi Arabia,Singapore,Spain,Sweden,Switzerland,USA,United Arab Emirates,United Kingdom';
    expect(names.split(',').filter((name) => countryCode(name) === null)).toEqual([]);
  });
});

describe('texts and currencies', () => {
  it('takes control characters and outer spaces away', () => {
    expect(cleanText('\ufeff a\u0007b\r\nc\u0000 ')).toBe('ab\nc');
    expect(parseText('  ', 5)).toEqual({ ok: true, value: null });
    expect(parseText('abcdef', 5)).toEqual({ ok: false, code: 'too-long' });
  });

  it.each(['a@b.uz', 'first.last+tag@mail.example.com'])('%s is an address', (cell) => {
    expect(parseEmail(cell)).toEqual({ ok: true, value: cell });
  });

  it.each(['a@b', 'a b@c.uz', 'a@b.uz, c@d.uz', '@b.uz'])('%s is none', (cell) => {
    expect(parseEmail(cell)).toEqual({ ok: false, code: 'bad-email' });
  });

  it.each([
    ['gbp', 'GBP'],
    ['£', 'GBP'],
    ['so‘m', 'UZS'],
    ['', null],
  ])('%j is the currency %s', (cell, value) => expect(parseCurrency(cell)).toEqual({ ok: true, value }));

  it.each(['$', 'XXZ', 'money'])('%s is no certain currency', (cell) => {
    expect(parseCurrency(cell)).toEqual({ ok: false, code: 'unknown-currency' });
  });
});

describe('what runs in the browser', () => {
  it.each([
    'mapping.ts',
    'values.ts',
    'columns/fields.ts',
    'columns/field-names.ts',
    'columns/column-content.ts',
    'cells/countries.ts',
    'cells/currencies.ts',
    'cells/dates.ts',
    'cells/decimals.ts',
    'cells/month-names.ts',
    'cells/texts.ts',
    'reader/xlsx/cell-text.ts',
  ])('%s imports nothing of Node', (file) => {
    const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
    expect(
      imports.filter((path) => !/^\.\.?\/(columns|cells|reader\/xlsx\/cell-text|[a-z-]+$)/.test(path)),
    ).toEqual([]);
    expect(source).not.toMatch(/\bBuffer\b|process\./);
  });
});
