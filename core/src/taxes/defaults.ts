import type { CreateTaxCategoryInput } from './schemas';
import { zeroRate, type TaxCode, type TaxRate } from './rates';

/**
 * Standard rates of value added tax: country, then the first day and the rate of each period since about 2009.
 * Sources: European Commission, "VAT rates applied in the Member States" and Taxes in Europe Database (EU);
 * HMRC VAT Notice 700 (GB); the tax codes and VAT laws of the other countries. As of November 2026.
 */
const standardRates = `
  AT 1984-01-01 20
  BE 1996-01-01 21
  BG 1999-01-01 20
  CY 2003-01-01 15 2012-03-01 17 2013-01-14 18 2014-01-13 19
  CZ 2004-05-01 19 2010-01-01 20 2013-01-01 21
  DE 2007-01-01 19 2020-07-01 16 2021-01-01 19
  DK 1992-01-01 25
  EE 1993-01-01 18 2009-07-01 20 2024-01-01 22 2025-07-01 24
  ES 1995-01-01 16 2010-07-01 18 2012-09-01 21
  FI 1994-06-01 22 2010-07-01 23 2013-01-01 24 2024-09-01 25.5
  FR 2000-04-01 19.6 2014-01-01 20
  GR 2005-04-01 19 2010-03-15 21 2010-07-01 23 2016-06-01 24
  HR 1998-08-01 22 2009-08-01 23 2012-03-01 25
  HU 2006-01-01 20 2009-07-01 25 2012-01-01 27
  IE 2008-12-01 21.5 2010-01-01 21 2012-01-01 23 2020-09-01 21 2021-03-01 23
  IT 1997-10-01 20 2011-09-17 21 2013-10-01 22
  LT 2009-01-01 19 2009-09-01 21
  LU 1992-01-01 15 2015-01-01 17 2023-01-01 16 2024-01-01 17
  LV 2009-01-01 21 2011-01-01 22 2012-07-01 21
  MT 2004-01-01 18
  NL 2001-01-01 19 2012-10-01 21
  PL 1993-07-05 22 2011-01-01 23
  PT 2008-07-01 20 2010-07-01 21 2011-01-01 23
  RO 2000-01-01 19 2010-07-01 24 2016-01-01 20 2017-01-01 19 2025-08-01 21
  SE 1990-07-01 25
  SI 2002-01-01 20 2013-07-01 22
  SK 2004-01-01 19 2011-01-01 20 2025-01-01 23
  GB 2008-12-01 15 2010-01-01 17.5 2011-01-04 20
  CH 2001-01-01 7.6 2011-01-01 8 2018-01-01 7.7 2024-01-01 8.1
  NO 2005-01-01 25
  KZ 2009-01-01 12 2026-01-01 16
  RU 2004-01-01 18 2019-01-01 20 2026-01-01 22
  UZ 2019-10-01 15 2023-01-01 12`;

const euMembers = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

function periodsOf(line: string): TaxRate[] {
  const starts = [...line.matchAll(/(\d{4}-\d\d-\d\d) ([\d.]+)/g)];
  return starts.map(([, validFrom = '', rate = ''], index) => {
    const next = starts[index + 1]?.[1];
    return { rate, validFrom, validTo: next ? dayBefore(next) : null };
  });
}

const ratesByCountry: ReadonlyMap<string, TaxRate[]> = new Map(
  standardRates
    .trim()
    .split('\n')
    .map((line) => [line.trim().slice(0, 2), periodsOf(line)]),
);

interface Wording {
  name: string;
  reason: string | null;
}
type Words = Record<TaxCode, Wording>;

// The reasons of AE, K and G are the texts of the VATEX code list (VATEX-EU-AE, -IC, -G).
const english: Words = {
  S: { name: 'Standard', reason: null },
  Z: { name: 'Zero', reason: null },
  E: { name: 'Exempt', reason: 'Exempt from VAT' },
  AE: { name: 'Reverse charge', reason: 'Reverse charge' },
  K: { name: 'Intra-Community', reason: 'Intra-Community supply' },
  G: { name: 'Export', reason: 'Export outside the EU' },
  O: { name: 'No tax', reason: 'Not subject to VAT' },
};
const russian: Words = {
  S: { name: 'Основная', reason: null },
  Z: { name: 'Нулевая', reason: null },
  E: { name: 'Без НДС', reason: 'Освобождено от НДС' },
  AE: { name: 'Обратное начисление', reason: 'Обратное начисление НДС' },
  K: { name: 'Внутри ЕС', reason: 'Поставка внутри ЕС' },
  G: { name: 'Экспорт', reason: 'Экспорт за пределы ЕС' },
  O: { name: 'Без налога', reason: 'Не облагается НДС' },
};
const uzbek: Words = {
  S: { name: 'Standart', reason: null },
  Z: { name: 'Nol stavka', reason: null },
  E: { name: 'Ozod qilingan', reason: 'QQSdan ozod qilingan' },
  AE: { name: 'Teskari hisoblash', reason: 'QQS teskari hisoblanadi' },
  K: { name: 'YI ichida', reason: 'Yevropa Ittifoqi ichida yetkazib berish' },
  G: { name: 'Eksport', reason: 'Yevropa Ittifoqidan tashqariga eksport' },
  O: { name: 'Soliqsiz', reason: 'QQS solinmaydi' },
};
const words: Record<string, Words> = { en: english, ru: russian, uz: uzbek };

function codesOf(country: string | null): TaxCode[] {
  if (!country || !ratesByCountry.has(country)) return ['O'];
  return euMembers.has(country) ? ['S', 'E', 'AE', 'K', 'G'] : ['S', 'Z', 'E'];
}

/**
 * The categories that a company of a country begins with; the first is the default. Reduced rates are left to
 * the company. A country without a line in the table gets "No tax" (code O): no rate is better than a wrong one,
 * and a standard category with 0 % would be no valid invoice.
 */
export function defaultTaxes(country: string | null, language = 'en'): CreateTaxCategoryInput[] {
  const texts = words[language] ?? english;
  const standard = ratesByCountry.get(country ?? '') ?? [];
  return codesOf(country).map((code, index) => ({
    code,
    name: texts[code].name,
    exemptionReason: texts[code].reason,
    rates: code === 'S' ? standard : [zeroRate],
    isDefault: index === 0,
  }));
}
