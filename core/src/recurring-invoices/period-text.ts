import type { Language } from '../platform/time';
import type { Period } from './recurrence';

const months: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  uz: 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(' '),
};

const dotted = (date: string) => date.split('-').reverse().join('.');

/**
 * Fills in `{month}`, `{year}`, `{from}` and `{to}` in the text of a line or a paragraph: month and year in which the
 * period begins, and its first and last day. Anything else in braces stays as it is.
 */
export function fillPeriod(text: string, { from, to }: Period, language: Language): string {
  const values: Readonly<Record<string, string>> = {
    month: months[language][Number(from.slice(5, 7)) - 1] ?? '',
    year: from.slice(0, 4),
    from: language === 'en' ? from : dotted(from),
    to: language === 'en' ? to : dotted(to),
  };
  return text.replace(/\{(month|year|from|to)\}/g, (whole, name: string) => values[name] ?? whole);
}
