import { stdnum } from 'stdnum';
import { isCountry } from '../platform/fields';

/** Rules of the library by the prefix of the id: EL is Greece, XI Northern Ireland. */
const rules: Readonly<Record<string, string>> = {
  AT: 'AT.uid',
  BE: 'BE.vat',
  BG: 'BG.vat',
  BY: 'BY.unp',
  CH: 'CH.vat',
  CY: 'CY.vat',
  CZ: 'CZ.dic',
  DE: 'DE.vat',
  DK: 'DK.cvr',
  EE: 'EE.kmkr',
  EL: 'GR.vat',
  ES: 'ES.nif',
  FI: 'FI.alv',
  FR: 'FR.tva',
  GB: 'GB.vat',
  HR: 'HR.oib',
  HU: 'HU.anum',
  IE: 'IE.vat',
  IS: 'IS.vsk',
  IT: 'IT.iva',
  LT: 'LT.pvm',
  LU: 'LU.tva',
  LV: 'LV.pvn',
  MT: 'MT.vat',
  NL: 'NL.btw',
  NO: 'NO.mva',
  PL: 'PL.nip',
  PT: 'PT.nif',
  RO: 'RO.cui',
  RU: 'RU.inn',
  SE: 'SE.vat',
  SI: 'SI.ddv',
  SK: 'SK.dph',
  TR: 'TR.vkn',
  XI: 'GB.vat',
};

function valid(rule: string, text: string): string | null {
  const [country = '', number = ''] = rule.split('.');
  const found = stdnum[country]?.[number];
  if (!found) throw new Error(`the library does not know ${rule}`);
  const result = found.validate(text);
  return result.isValid ? result.compact : null;
}

/** Kazakhstan's business number: the last digit checks the others (rules of the number, order 406 of 2007). */
function isKazakhNumber(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const check = (shift: number) =>
    digits.slice(0, 11).reduce((sum, digit, at) => sum + digit * (((at + shift) % 11) + 1), 0) % 11;
  const first = check(0);
  return (first === 10 ? check(2) : first) === digits[11];
}

/** A taxpayer has nine digits, a person fourteen, a payer of VAT a certificate of twelve. */
const isUzbekNumber = (text: string) => /^(\d{9}|\d{12}|\d{14})$/.test(text);

const byFormat: Readonly<Record<string, (rest: string) => boolean>> = {
  KZ: isKazakhNumber,
  UZ: isUzbekNumber,
};

const compactOf = (text: string) => text.toUpperCase().replace(/[\s./-]/g, '');

/** Suffixes that belong to the id and that people leave out. */
const suffixes: Readonly<Record<string, string>> = { CH: 'MWST', NO: 'MVA' };

function validated(prefix: string, rule: string, whole: string): string | null {
  for (const form of [whole, whole.slice(2), whole + (suffixes[prefix] ?? '')]) {
    const compact = valid(rule, form);
    if (compact !== null) return compact.startsWith(prefix) ? compact : prefix + compact;
  }
  return null;
}

/**
 * A VAT id in the form of EN 16931 (BT-31): with its country prefix (BR-CO-9) and without spaces, its check digits
 * tried where the country has some. Null for a text that is none.
 */
export function vatIdOf(text: string): string | null {
  const typed = compactOf(text);
  const whole = typed.startsWith('GR') ? `EL${typed.slice(2)}` : typed;
  const [, prefix = '', rest = ''] = /^([A-Z]{2})([A-Z0-9+*]{2,18})$/.exec(whole) ?? [];
  const rule = rules[prefix];
  if (rule) return validated(prefix, rule, whole);
  const fits = byFormat[prefix] ?? (() => isCountry(prefix) && /\d/.test(rest));
  return fits(rest) ? whole : null;
}

/**
 * A number of the tax office of a country (BT-32), without spaces where the country's own rules are known, else as
 * typed. Null for a text that breaks those rules.
 * @param country ISO 3166-1 alpha-2, where it is known
 */
export function taxNumberOf(text: string, country: string | null): string | null {
  const digits = compactOf(text);
  switch (country) {
    case 'RU':
      return valid('RU.inn', digits);
    case 'BY':
      return valid('BY.unp', digits);
    case 'KZ':
      return isKazakhNumber(digits) ? digits : null;
    case 'UZ':
      return isUzbekNumber(digits) ? digits : null;
    default:
      return text;
  }
}
