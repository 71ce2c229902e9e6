import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateFormats, formatDate, languages, parseDate, parseTime, type DateFormat } from './index';

const today = '2026-11-29';

describe('dates as people type them', () => {
  it.each<[string, DateFormat, string | null]>([
    ['21.11.2026', 'dmy', '2026-11-21'],
    ['21/11/26', 'dmy', '2026-11-21'],
    ['3.4', 'dmy', '2026-04-03'],
    ['3', 'dmy', '2026-11-03'],
    ['0304', 'dmy', '2026-04-03'],
    ['030425', 'dmy', '2025-04-03'],
    ['03042025', 'dmy', '2025-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['0304', 'mdy', '2026-03-04'],
    ['2026-11-21', 'mdy', '2026-11-21'],
    ['2026-11-21', 'dmy', '2026-11-21'],
    ['20261121', 'ymd', '2026-11-21'],
    ['11-21', 'ymd', '2026-11-21'],
    ['26.11.21', 'ymd', '2026-11-21'],
    ['21 nov', 'dmy', '2026-11-21'],
    ['November 21, 2025', 'dmy', '2025-11-21'],
    ['21 май 2025', 'dmy', '2025-05-21'],
    ['21 ноября', 'mdy', '2026-11-21'],
    ['21-iyul 2025', 'dmy', '2025-07-21'],
    ['31.2.2026', 'dmy', null],
    ['13/13/2026', 'mdy', null],
    ['tomorrow', 'dmy', null],
    ['1 2 3 4', 'dmy', null],
    ['', 'dmy', null],
    ['12345', 'dmy', null],
  ])('%s as %s', (text, format, date) => {
    expect(parseDate(text, format, today)).toBe(date);
  });

  it('are read back from whatever is shown', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(today, days));
    const style = fc.record({
      dateFormat: fc.constantFrom(...dateFormats),
      language: fc.constantFrom(...languages),
      timeZone: fc.constant('UTC'),
    });
    fc.assert(
      fc.property(days, style, (date, style) => {
        expect(parseDate(formatDate(date, style), style.dateFormat, today)).toBe(date);
      }),
    );
  });

  it('never become something that is no date', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...dateFormats), (text, format) => {
        const date = parseDate(text, format, today);
        if (date !== null) expect(addDays(date, 0)).toBe(date);
      }),
    );
  });
});

it.each([
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['0905', '09:05'],
  ['23.59', '23:59'],
  ['24:00', null],
  ['9:60', null],
  ['nine', null],
])('reads the time %s', (text, time) => {
  expect(parseTime(text)).toBe(time);
});
