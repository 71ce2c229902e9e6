import type { Paper } from '@countinghouse/core/documents/schemas';
import { formatMoney, type MoneyJson } from '@countinghouse/core/platform/money';
import { formatDate, formatDateTime, type Language } from '@countinghouse/core/platform/time';

/** How the page writes dates and amounts: as its document does. */
export interface Writing {
  date: (day: string) => string;
  instant: (text: string) => string;
  money: (money: MoneyJson) => string;
}

export function writingOf(language: Language, paper: Paper, timeZone: string): Writing {
  const style = {
    language,
    dateFormat: language === 'en' && paper === 'letter' ? ('mdy' as const) : ('dmy' as const),
    timeZone,
  };
  const numberFormat = language === 'en' ? ('comma-point' as const) : ('space-comma' as const);
  return {
    date: (day) => formatDate(day, style),
    instant: (text) => formatDateTime(new Date(text), style),
    money: ({ amount, currency }) => formatMoney(BigInt(amount), currency, { numberFormat }),
  };
}
