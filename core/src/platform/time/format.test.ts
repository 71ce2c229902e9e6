import { describe, expect, it } from 'vitest';
import {
  addDays,
  type DateFormat,
  DateFormatName,
  daysBetween,
  fixedClock,
  formatDate,
  formatDateTime,
  isDate,
  type Language,
  LanguageCode,
  PlainDate,
  systemClock,
  TimeZoneName,
} from './index';

const instant = new Date('2026-11-21T09:14:59Z');
const now = new Date('2026-12-31T12:00:00Z');
const nextYear = new Date('2027-01-02T00:00:00Z');

describe('dates for screens', () => {
  it.each<[DateFormat, Language, string, string]>([
    ['dmy', 'en', '21 Nov, 09:14', '21 Nov 2026, 09:14'],
    ['mdy', 'en', 'Nov 21, 09:14', 'Nov 21, 2026, 09:14'],
    ['ymd', 'en', '2026-11-21 09:14', '2026-11-21 09:14'],
    ['dmy', 'ru', '21 ноя, 09:14', '21 ноя 2026, 09:14'],
    ['dmy', 'uz', '21-noy, 09:14', '21-noy 2026, 09:14'],
  ])('%s %s: %s', (dateFormat, language, short, full) => {
    const style = { dateFormat, language, timeZone: 'Europe/London' };
    expect(formatDateTime(instant, { ...style, now })).toBe(short);
    expect(formatDateTime(instant, { ...style, now: nextYear })).toBe(full);
    expect(formatDateTime(instant, style)).toBe(full);
  });

  it('are those of the zone, also the year', () => {
    const style = { dateFormat: 'dmy', language: 'en', timeZone: 'Asia/Tashkent' } as const;
    const newYear = new Date('2026-12-31T20:30:00Z');
    expect(formatDateTime(newYear, { ...style, now: nextYear })).toBe('1 Jan, 01:30');
    expect(formatDate(newYear, style)).toBe('1 Jan 2027');
  });

  it('show a plain date as it is, in any zone', () => {
    const style = { dateFormat: 'dmy', language: 'en', timeZone: 'Pacific/Honolulu' } as const;
    expect(formatDate('2026-03-01', style)).toBe('1 Mar 2026');
    expect(() => formatDate('2026-02-30', style)).toThrow(RangeError);
  });

  it.each<[Language]>([['en'], ['ru'], ['uz']])('have twelve different months in %s', (language) => {
    const style = { dateFormat: 'dmy', language, timeZone: 'UTC' } as const;
    const shown = Array.from({ length: 12 }, (_, month) =>
      formatDate(`2026-${String(month + 1).padStart(2, '0')}-01`, style),
    );
    expect(new Set(shown).size).toBe(12);
    const intl = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    shown.forEach((text, month) => {
      const [, name = ''] = /^1[ -](\p{L}+) 2026$/u.exec(text) ?? [];
      expect(intl.format(Date.UTC(2026, month, 1)).toLowerCase()).toContain(name.toLowerCase());
    });
  });
});

describe('plain dates', () => {
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['0999-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    ['20260101', false],
  ])('%s: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
    expect(PlainDate.safeParse(text).success).toBe(is);
  });

  it('count over months and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-31', '2026-03-01')).toBe(60);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', 'x')).toThrow(RangeError);
  });
});

it('names of zones, formats and languages are checked', () => {
  expect(TimeZoneName.safeParse('Asia/Tashkent').success).toBe(true);
  expect(TimeZoneName.safeParse('Asia/Atlantis').success).toBe(false);
  expect(DateFormatName.safeParse('ydm').success).toBe(false);
  expect(LanguageCode.safeParse('de').success).toBe(false);
});

it('clocks tell the time, or the same time', () => {
  const clock = fixedClock('2026-11-21T09:14:59Z');
  clock().setFullYear(1999);
  expect(clock()).toEqual(instant);
  expect(Math.abs(systemClock().getTime() - Date.now())).toBeLessThan(1_000);
});
