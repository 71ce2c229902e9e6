import { addDays } from '@countinghouse/core/platform/time';

export const rangeNames = [
  'today',
  'yesterday',
  'thisWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const;
export type RangeName = (typeof rangeNames)[number];

/** Plain dates 'YYYY-MM-DD', both of them inside. */
export interface DateRange {
  from: string;
  to: string;
}

const monthStart = (date: string): string => `${date.slice(0, 7)}-01`;

function monthEnd(date: string): string {
  const nextMonth = monthStart(addDays(monthStart(date), 31));
  return addDays(nextMonth, -1);
}

function quarter(date: string): DateRange {
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  const month = (number: number) => `${date.slice(0, 4)}-${String(number).padStart(2, '0')}-01`;
  return { from: month(first), to: monthEnd(month(first + 2)) };
}

/** Days since Monday. */
const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The dates of a named range, seen from a day. Weeks begin on Monday (ISO 8601). */
export function rangeOf(name: RangeName, today: string): DateRange {
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const day = addDays(today, -1);
      return { from: day, to: day };
    }
    case 'thisWeek': {
      const monday = addDays(today, -weekday(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'thisMonth':
      return { from: monthStart(today), to: monthEnd(today) };
    case 'lastMonth': {
      const last = addDays(monthStart(today), -1);
      return { from: monthStart(last), to: last };
    }
    case 'thisQuarter':
      return quarter(today);
    case 'lastQuarter':
      return quarter(addDays(quarter(today).from, -1));
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
    case 'lastYear': {
      const year = Number(today.slice(0, 4)) - 1;
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    }
  }
}

/** The name of a range, where it has one. */
export const nameOfRange = ({ from, to }: DateRange, today: string): RangeName | undefined =>
  rangeNames.find((name) => {
    const range = rangeOf(name, today);
    return range.from === from && range.to === to;
  });
