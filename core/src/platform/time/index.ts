export { type Clock, fixedClock, systemClock } from './clock';
export { addDays, daysBetween, isDate } from './dates';
export {
  type DateFormat,
  type DateStyle,
  type Language,
  dateFormats,
  formatDate,
  formatDateTime,
  languages,
} from './format';
export { parseDate, parseTime } from './parse';
export { isTimeZone, offsetAt } from './offsets';
export { DateFormatName, Instant, LanguageCode, PlainDate, TimeZoneName } from './schemas';
export { localDate, localDateTime, startOfDay, zonedToUtc } from './zoned';
