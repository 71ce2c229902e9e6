const quick = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/;

/**
 * An instant as Postgres writes it in UTC, "2026-11-21 05:10:12.58+00", as RFC 3339 with milliseconds. Lists of
 * rows are mostly instants: going through a Date would cost more than reading the row.
 */
export function isoInstant(text: string): string {
  if (!quick.test(text)) return new Date(text).toISOString();
  const time = text.slice(11, -3);
  const milliseconds = time.length === 8 ? '.000' : '0'.repeat(12 - time.length);
  return `${text.slice(0, 10)}T${time}${milliseconds}Z`;
}

/** Reads a timestamptz into a Date; `parse` reads what is not written in the usual form. */
export const instantParser =
  (parse: (text: string) => unknown) =>
  (text: string): unknown =>
    quick.test(text) ? new Date(isoInstant(text)) : parse(text);
