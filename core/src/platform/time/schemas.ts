import { z } from 'zod';
import { says } from '../errors';
import { isDate } from './dates';
import { dateFormats, languages } from './format';
import { isTimeZone } from './offsets';
import { isInstant } from './zoned';

/** A date without time or zone, 'YYYY-MM-DD'. */
export const PlainDate = z.iso.date({ abort: true }).refine(isDate, { error: says('date') });

/** An instant with its offset, '2026-11-21T09:14:00Z'. */
export const Instant = z.iso
  .datetime({ offset: true, error: says('time'), abort: true })
  .refine(isInstant, { error: says('time') });

/** The name of a zone in the IANA database. */
export const TimeZoneName = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: says('time-zone') });

export const DateFormatName = z.enum(dateFormats);
export const LanguageCode = z.enum(languages);
