import type { NumberFormat } from '@countinghouse/core/platform/money';
import { formatDateTime, type DateFormat, type Language } from '@countinghouse/core/platform/time';

/** How one person reads numbers and times; plain data, so that it can be handed to client components. */
export interface Reader {
  language: Language;
  timeZone: string;
  dateFormat: DateFormat;
  numberFormat: NumberFormat;
}

/** An instant (RFC 3339) in the reader's zone and format, without the year in the year of `now`. */
export const showTime = (instant: string, reader: Reader, now?: Date): string =>
  formatDateTime(new Date(instant), { ...reader, ...(now && { now }) });
