import { dateTime, needDateTime } from './dates';
import { offsetAt } from './offsets';

const day = 86_400_000;
const earliest = Date.UTC(1000, 0, 2);
const latest = Date.UTC(9999, 11, 30);
const localPattern = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?$/;

/** Whether a text's instant has a date in every zone: the years 1000 to 9999, without their first and last day. */
export function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return time >= earliest && time <= latest;
}

/**
 * The date in a zone at an instant, as 'YYYY-MM-DD'.
 * @throws RangeError for an unknown zone or an instant outside the years 1000 to 9999
 */
export function localDate(instant: Date, timeZone: string): string {
  return localIso(instant, timeZone).slice(0, 10);
}

/** The zone's wall clock at an instant, as 'YYYY-MM-DD HH:mm:ss'. @throws RangeError as `localDate` */
export const localDateTime = (instant: Date, timeZone: string): string =>
  localIso(instant, timeZone).slice(0, 19).replace('T', ' ');

function localIso(instant: Date, timeZone: string): string {
  const time = instant.getTime();
  if (!(time >= earliest && time <= latest))
    throw new RangeError('The instant is not in the years 1000 to 9999');
  return new Date(time + offsetAt(time, timeZone)).toISOString();
}

/**
 * The instant at which the zone's clocks show a local time ('2010-12-01 08:26:00', also with T, without
 * seconds, or a date alone for 00:00). A time that occurs twice (clocks set back) is its first occurrence;
 * one that never occurs (clocks set forward) moves forward by the length of the gap.
 * @throws RangeError for text that is no local time, or an unknown zone
 */
export function zonedToUtc(local: string, timeZone: string): Date {
  const time = readLocal(local);
  if (time === null)
    throw new RangeError(`${JSON.stringify(local.slice(0, 40))} is not a local date and time`);
  const { first, before } = resolve(time, timeZone);
  return new Date(first ?? time - before);
}

/**
 * The first instant of a date in a zone; where the date does not exist there, of the next one.
 * @throws RangeError for a wrong date or zone
 */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = needDateTime(date);
  const { first, before, after } = resolve(midnight, timeZone);
  return new Date(first ?? transition(midnight - after, midnight - before, timeZone));
}

/** Local times as ms, as if they were UTC. */
function readLocal(text: string): number | null {
  const match = localPattern.exec(text);
  if (!match) return null;
  const [, date = '', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  const midnight = dateTime(date);
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (midnight === null || hour > 23 || minute > 59 || second > 59) return null;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** First instant with this local time, if any, and the offsets in force a day before and after it. */
function resolve(time: number, timeZone: string) {
  const before = offsetAt(time - day, timeZone);
  const after = offsetAt(time + day, timeZone);
  const fits = (offset: number) => offsetAt(time - offset, timeZone) === offset;
  const offset = fits(before) ? before : fits(after) ? after : null;
  return { first: offset === null ? null : time - offset, before, after };
}

/** The instant, to the second, between `from` and `to` at which the offset changes. */
function transition(from: number, to: number, timeZone: string): number {
  const old = offsetAt(from, timeZone);
  let [low, high] = [from / 1000, to / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, timeZone) === old) low = middle;
    else high = middle;
  }
  return high * 1000;
}
