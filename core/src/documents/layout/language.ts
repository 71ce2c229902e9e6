import { formatAmount, formatMoney, formatNumber, type NumberFormat } from '../../platform/money';
import { formatDate, type DateFormat, type Language } from '../../platform/time';
import type { Paper } from '../schemas';
import { words, type Words } from './words';

/** How a document of one language and paper writes words, numbers and dates. */
export interface Writing {
  language: Language;
  words: Words;
  readonly amount: (minor: bigint | string, currency: string) => string;
  /** An amount with its currency, as texts name it. */
  readonly money: (minor: bigint | string, currency: string) => string;
  /** A plain decimal, such as a quantity or a rate. */
  readonly number: (decimal: string, minDecimals?: number) => string;
  readonly percent: (decimal: string) => string;
  readonly date: (date: string) => string;
}

const numberFormats: Record<Language, NumberFormat> = {
  en: 'comma-point',
  ru: 'space-comma',
  uz: 'space-comma',
};

/** Letter paper is North American, and so is the order of its dates. */
const dateFormat = (language: Language, paper: Paper): DateFormat =>
  language === 'en' && paper === 'letter' ? 'mdy' : 'dmy';

/** How documents of a language are written on a paper. */
export function writing(language: Language, paper: Paper): Writing {
  const numberFormat = numberFormats[language];
  const dates = { language, dateFormat: dateFormat(language, paper), timeZone: 'UTC' };
  const number = (decimal: string, minDecimals = 0) => formatNumber(decimal, numberFormat, { minDecimals });
  return {
    language,
    words: words[language],
    amount: (minor, currency) => formatAmount(BigInt(minor), currency, numberFormat),
    money: (minor, currency) => formatMoney(BigInt(minor), currency, { numberFormat }),
    number,
    percent: (decimal) => `${number(decimal)}\u00a0%`,
    date: (date) => formatDate(date, dates),
  };
}
