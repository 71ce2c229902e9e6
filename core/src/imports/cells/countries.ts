const LOCALES = ['en', 'ru', 'uz', 'de'];
const SPECIAL = new Set('AC AQ CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Names that people use and the Unicode tables do not. */
const ALIASES: Record<string, string> = {
  america: 'US',
  bosnia: 'BA',
  britain: 'GB',
  burma: 'MM',
  czechrepublic: 'CZ',
  deu: 'DE',
  eire: 'IE',
  england: 'GB',
  fra: 'FR',
  gbr: 'GB',
  greatbritain: 'GB',
  holland: 'NL',
  hongkong: 'HK',
  ivorycoast: 'CI',
  kaz: 'KZ',
  korea: 'KR',
  macau: 'MO',
  macedonia: 'MK',
  northernireland: 'GB',
  palestine: 'PS',
  republicofireland: 'IE',
  republicofkorea: 'KR',
  rsa: 'ZA',
  rus: 'RU',
  russianfederation: 'RU',
  scotland: 'GB',
  southkorea: 'KR',
  swaziland: 'SZ',
  thenetherlands: 'NL',
  turkey: 'TR',
  uae: 'AE',
  uk: 'GB',
  unitedstatesofamerica: 'US',
  usa: 'US',
  uzb: 'UZ',
  vaticancity: 'VA',
  vietnam: 'VN',
  wales: 'GB',
  англия: 'GB',
  казахстан: 'KZ',
  киргизия: 'KG',
  корея: 'KR',
  оаэ: 'AE',
  рф: 'RU',
  российскаяфедерация: 'RU',
  сша: 'US',
  узб: 'UZ',
  aqsh: 'US',
  qozogiston: 'KZ',
  ozbekiston: 'UZ',
  rossiya: 'RU',
};

let byName: Map<string, string> | undefined;
let codes: Set<string> | undefined;

/**
 * ISO 3166-1 alpha-2 code of a country by its name (English, Russian, Uzbek, German), a usual short form or the code
 * itself. Null for what is no single country ("Channel Islands", "European Community", "Unspecified") or not known.
 */
export function countryCode(name: string): string | null {
  byName ??= collect();
  const upper = name.trim().toUpperCase();
  if (codes?.has(upper) === true) return upper;
  const key = plainName(name);
  return ALIASES[key] ?? byName.get(key) ?? null;
}

function collect(): Map<string, string> {
  const found = new Map<string, string>();
  codes = new Set(isoCodes());
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    const short = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none', style: 'short' });
    for (const code of codes) {
      for (const name of [names.of(code), short.of(code)]) {
        if (name !== undefined && !found.has(plainName(name))) found.set(plainName(name), code);
      }
    }
  }
  return found;
}

/** Every code that has a name and is neither a former one nor a group. */
function isoCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !SPECIAL.has(code) && names.of(code) !== undefined)
    .filter((code) => new Intl.Locale(`und-${code}`).region === code);
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bst\b/g, 'saint')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');
}
