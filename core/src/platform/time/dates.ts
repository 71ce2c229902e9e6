const day = 86_400_000;

/** Midnight UTC of a date 'YYYY-MM-DD' in ms since 1970; null when it is no date of the years 1000 to 9999. */
export function dateTime(text: string): number | null {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, date);
  const read = new Date(time);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? time : null;
}

/** Whether the text is a date of the calendar, 'YYYY-MM-DD', in the years 1000 to 9999. */
export const isDate = (text: string): boolean => dateTime(text) !== null;

/** As `dateTime`. @throws RangeError for a wrong date */
export function needDateTime(text: string): number {
  const time = dateTime(text);
  if (time === null) throw new RangeError(`${JSON.stringify(text.slice(0, 40))} is not a date`);
  return time;
}

/** The date `days` later; earlier when negative. @throws RangeError for a wrong date */
export const addDays = (date: string, days: number): string =>
  new Date(needDateTime(date) + days * day).toISOString().slice(0, 10);

/** Days from one date to another. @throws RangeError for a wrong date */
export const daysBetween = (from: string, to: string): number =>
  (needDateTime(to) - needDateTime(from)) / day;
