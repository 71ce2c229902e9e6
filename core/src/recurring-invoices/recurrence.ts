import { addDays, daysBetween } from '../platform/time';

/** From Monday (1) to Sunday (7), as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The day within a month. A day that a month lacks is its last one: 31 in February is 28 or 29. */
export type MonthDay =
  | { kind: 'day'; day: number }
  | { kind: 'last-day' }
  /** The first to fourth, or (5) the last one of its weekday in the month. */
  | { kind: 'weekday'; nth: 1 | 2 | 3 | 4 | 5; weekday: Weekday };

type RecurrenceEnd =
  | { kind: 'never' }
  /** No date after this one. */
  | { kind: 'on'; date: string }
  /** This many dates in all. */
  | { kind: 'after'; count: number };

type Rhythm =
  | { frequency: 'weekly'; every: number; weekday: Weekday }
  | { frequency: 'monthly'; every: number; on: MonthDay }
  /** In the month of the start and each third one after it. */
  | { frequency: 'quarterly'; on: MonthDay }
  /** In the month of the start, each `every` years. */
  | { frequency: 'yearly'; every: number; on: MonthDay };

/** When a series has its dates: local ones (YYYY-MM-DD), none of them before `start`. */
export type RecurrenceRule = Rhythm & { start: string; end: RecurrenceEnd };

/** Which days an invoice is for: from its date on, up to its date, or none in particular. */
export const periodKinds = ['ahead', 'behind', 'none'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  from: string;
  to: string;
}

const LAST_YEAR = 9999;
const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
const dateText = (year: number, month: number, day: number) =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @returns the ISO weekday of a date */
export const weekdayOf = (date: string): Weekday =>
  (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

// Months are counted from year 0, so that steps of any size need no carrying.
const monthIndex = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

function dateIn(index: number, on: MonthDay): string {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysIn(year, month);
  if (on.kind === 'last-day') return dateText(year, month, last);
  if (on.kind === 'day') return dateText(year, month, Math.min(on.day, last));
  const first = 1 + ((on.weekday - weekdayOf(dateText(year, month, 1)) + 7) % 7);
  const day = first + 7 * (on.nth - 1);
  return dateText(year, month, day > last ? day - 7 : day);
}

const monthsBetween = (rule: Exclude<RecurrenceRule, { frequency: 'weekly' }>): number => {
  if (rule.frequency === 'quarterly') return 3;
  return rule.frequency === 'yearly' ? 12 * rule.every : rule.every;
};

/** The dates of a rule by their place in it, beginning with 0, its end left out; null after the year 9999. */
function datesOf(rule: RecurrenceRule): {
  at: (place: number) => string | null;
  placeFrom: (from: string) => number;
} {
  if (rule.frequency === 'weekly') {
    const step = 7 * rule.every;
    const first = addDays(rule.start, (rule.weekday - weekdayOf(rule.start) + 7) % 7);
    const most = Math.floor(daysBetween(first, `${LAST_YEAR}-12-31`) / step);
    return {
      at: (place) => (place > most ? null : addDays(first, place * step)),
      placeFrom: (from) => Math.max(0, Math.ceil(daysBetween(first, from) / step)),
    };
  }
  const step = monthsBetween(rule);
  const begin = monthIndex(rule.start);
  const skipped = dateIn(begin, rule.on) < rule.start ? 1 : 0;
  const at = (place: number) => {
    const index = begin + (place + skipped) * step;
    return index >= (LAST_YEAR + 1) * 12 ? null : dateIn(index, rule.on);
  };
  const placeFrom = (from: string) => {
    let place = Math.max(0, Math.floor((monthIndex(from) - begin) / step) - skipped);
    for (let date = at(place); date !== null && date < from; date = at(place)) place += 1;
    return place;
  };
  return { at, placeFrom };
}

/**
 * The first `n` dates of a rule that are not before `from`; fewer where it ends. Each follows from the rule alone and
 * not from the date before it, so that nothing drifts, wherever one begins to look.
 * @param made how many dates of an end by count are used up, where the rule was changed on the way; by default those
 * before `from`
 */
export function nextDates(rule: RecurrenceRule, from: string, n: number, made?: number): string[] {
  const { at, placeFrom } = datesOf(rule);
  const first = placeFrom(from < rule.start ? rule.start : from);
  const left = rule.end.kind === 'after' ? rule.end.count - (made ?? first) : n;
  const dates: string[] = [];
  for (let place = first; dates.length < Math.min(n, left); place += 1) {
    const date = at(place);
    if (date === null || (rule.end.kind === 'on' && date > rule.end.date)) break;
    dates.push(date);
  }
  return dates;
}

/**
 * The days that the invoice of a date is for. Where dates are last days of months, a period ends with its date; else
 * it ends on the day before the next one begins. Periods of one rule touch each other and never overlap.
 * @param date one of the rule's dates
 */
export function periodOf(rule: RecurrenceRule, date: string, kind: PeriodKind): Period | null {
  if (kind === 'none') return null;
  const endless = { ...rule, end: { kind: 'never' } } as RecurrenceRule;
  const closes = rule.frequency !== 'weekly' && rule.on.kind === 'last-day';
  const shift = closes ? 1 : 0;
  if (kind === 'ahead') {
    const [next] = nextDates(endless, addDays(date, 1), 1);
    return next ? { from: addDays(date, shift), to: addDays(next, shift - 1) } : null;
  }
  return { from: addDays(dateBefore(endless, date), shift), to: addDays(date, shift - 1) };
}

/** The date that the rule would have had before this one, also where it had not begun yet. */
function dateBefore(rule: RecurrenceRule, date: string): string {
  if (rule.frequency === 'weekly') return addDays(date, -7 * rule.every);
  return dateIn(monthIndex(date) - monthsBetween(rule), rule.on);
}
