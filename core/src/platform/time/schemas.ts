import { z } from 'zod';
import { isDate } from './dates';
import { dateFormats, languages } from './format';
import { isTimeZone } from './offsets';

/** A date without time or zone, 'YYYY-MM-DD'. */
export const PlainDate = z.iso
  .date({ abort: true })
  .refine(isDate, { error: 'Must be a date of the years 1000 to 9999.' });

/** The name of a zone in the IANA database. */
export const TimeZoneName = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'Must be a time zone such as Europe/London.' });

export const DateFormatName = z.enum(dateFormats);
export const LanguageCode = z.enum(languages);
