const day = 86_400_000;

/** Whether the text is a date of the calendar, 'YYYY-MM-DD', in the years 1000 to 9999. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The date `days` later; earlier when negative. @throws RangeError for a wrong date */
export function addDays(date: string, days: number): string {
  if (!isDate(date)) throw new RangeError(`${JSON.stringify(date.slice(0, 40))} is not a date`);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** Days from one date to another. @throws RangeError for a wrong date */
export function daysBetween(from: string, to: string): number {
  if (!isDate(from) || !isDate(to)) throw new RangeError('Not a date');
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day;
}
