import { isDate } from './dates';
import { localDate, localDateTime } from './zoned';

export const dateFormats = ['dmy', 'mdy', 'ymd'] as const;
/** How a user writes dates: 21 Nov 2026, Nov 21, 2026 or 2026-11-21. */
export type DateFormat = (typeof dateFormats)[number];

export const languages = ['en', 'ru', 'uz'] as const;
export type Language = (typeof languages)[number];

/** Ours and not Intl's: server and browsers abbreviate differently, and print Uzbek months differently. */
export const months: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  uz: ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avg', 'sen', 'okt', 'noy', 'dek'],
};

export interface DateStyle {
  dateFormat: DateFormat;
  language: Language;
  timeZone: string;
  /** When given, dates of its year leave the year out: "21 Nov". */
  now?: Date;
}

/**
 * A date for screens: "21 Nov 2026", "Nov 21, 2026", "2026-11-21", "21-noy 2026". Takes an instant, or a
 * plain 'YYYY-MM-DD' that belongs to no zone. @throws RangeError for neither
 */
export function formatDate(when: Date | string, style: DateStyle): string {
  if (typeof when === 'string' && !isDate(when)) throw new RangeError('Not a date');
  return writeDate(typeof when === 'string' ? when : localDate(when, style.timeZone), style);
}

/**
 * Date and time of an instant in the user's zone: "21 Nov, 09:14" in the year of `now`, otherwise
 * "21 Nov 2025, 09:14". @throws RangeError for an unknown zone
 */
export function formatDateTime(when: Date, style: DateStyle): string {
  const [date = '', time = ''] = localDateTime(when, style.timeZone).split(' ');
  return `${writeDate(date, style)}${style.dateFormat === 'ymd' ? ' ' : ', '}${time.slice(0, 5)}`;
}

function writeDate(date: string, { dateFormat, language, timeZone, now }: DateStyle): string {
  if (dateFormat === 'ymd') return date;
  const [year = '', month = '1', day = '1'] = date.split('-');
  const name = months[language][Number(month) - 1] ?? month;
  const thisYear = now && localDate(now, timeZone).startsWith(year);
  if (dateFormat === 'mdy') return `${name} ${Number(day)}${thisYear ? '' : `, ${year}`}`;
  const dayAndMonth = `${Number(day)}${language === 'uz' ? '-' : ' '}${name}`;
  return thisYear ? dayAndMonth : `${dayAndMonth} ${year}`;
}
