import { z } from 'zod';
import { says } from '../errors';
import { isDate } from './dates';
import { dateFormats, languages } from './format';
import { isTimeZone } from './offsets';

/** A date without time or zone, 'YYYY-MM-DD'. */
export const PlainDate = z.iso.date({ abort: true }).refine(isDate, { error: says('date') });

/** The name of a zone in the IANA database. */
export const TimeZoneName = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: says('time-zone') });

export const DateFormatName = z.enum(dateFormats);
export const LanguageCode = z.enum(languages);
