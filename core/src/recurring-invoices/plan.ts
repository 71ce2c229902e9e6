import { addDays, localDate, zonedToUtc } from '../platform/time';
import { nextDates, type RecurrenceRule } from './recurrence';
import { MOST_CAUGHT_UP } from './states';

/** The local hour at which the invoices of a day are made. */
const HOUR = '06:00';

/** The instant at which the invoice of a date is due. Where the clocks skip that hour, the one after it. */
export const dueAtOf = (date: string, timeZone: string): Date => zonedToUtc(`${date} ${HOUR}`, timeZone);

interface Progress {
  rule: RecurrenceRule;
  made: number;
  lastDate: string | null;
}

/** The date that comes next in a series; null at its end. @param from no date before this one, if given */
export function nextDateOf({ rule, made, lastDate }: Progress, from = rule.start): string | null {
  const after = lastDate ? addDays(lastDate, 1) : rule.start;
  return nextDates(rule, after > from ? after : from, 1, made)[0] ?? null;
}

interface Advanced {
  nextDate: string | null;
  made: number;
  caughtUp: number;
  /** Too many missed dates in a row: a person should look first. */
  waits: boolean;
}

/** A series after the invoice of `date` has been made, at an instant in the company's zone. */
export function advance(
  series: { rule: RecurrenceRule; made: number; caughtUp: number },
  date: string,
  now: Date,
  timeZone: string,
): Advanced {
  const made = series.made + 1;
  const nextDate = nextDateOf({ rule: series.rule, made, lastDate: date });
  const missed = nextDate !== null && nextDate <= localDate(now, timeZone);
  const caughtUp = missed ? series.caughtUp + 1 : 0;
  return { nextDate, made, caughtUp, waits: missed && caughtUp >= MOST_CAUGHT_UP };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When something that has failed `failures` times is tried again: after 15 minutes, then twice as long, daily at last. */
export const retryAt = (now: Date, failures: number): Date =>
  new Date(now.getTime() + Math.min(15 * MINUTE * 2 ** Math.max(0, failures - 1), DAY));
