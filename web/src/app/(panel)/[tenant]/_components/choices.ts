import 'server-only';
import { unitLabel, units } from '@countinghouse/core/products/schemas';
import { countries } from '@countinghouse/core/platform/fields';
import { currencies } from '@countinghouse/core/platform/money';

export interface Choice {
  value: string;
  label: string;
}

/** Languages that customers are written to and products are named in, the widest spread of trade. */
const tongues =
  'ar az be bg bn cs da de el en es et fa fi fr ga he hi hr hu hy id it ja ka kk ko ky lt lv mn ms mt nl no pl pt ' +
  'ro ru sk sl sq sr sv tg th tk tr uk ur uz vi zh';

function named(codes: readonly string[], type: 'region' | 'language', language: string): Choice[] {
  const names = new Intl.DisplayNames([language], { type });
  const compare = new Intl.Collator(language).compare;
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => compare(a.label, b.label));
}

export const countryChoices = (language: string): Choice[] => named(countries, 'region', language);

/** The usual languages, and those already in use that are not among them. */
export const languageChoices = (language: string, used: readonly (string | null)[] = []): Choice[] =>
  named([...new Set([...tongues.split(' '), ...used.filter((code) => code !== null)])], 'language', language);

export const currencyChoices = (): Choice[] => currencies.map((value) => ({ value, label: value }));

export const unitChoices = (language: string): Choice[] =>
  units.map(({ code }) => ({ value: code, label: unitLabel(code, language) }));

/** The name of a country or a language, or its code where there is none. */
export const nameOf = (type: 'region' | 'language', code: string, language: string): string =>
  new Intl.DisplayNames([language], { type }).of(type === 'region' ? code.toUpperCase() : code) ?? code;
