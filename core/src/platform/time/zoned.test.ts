import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isTimeZone, localDate, localDateTime, offsetAt, startOfDay, zonedToUtc } from './index';

const utc = (local: string, zone: string) => zonedToUtc(local, zone).toISOString();

describe('zonedToUtc', () => {
  it.each([
    ['2010-12-01 08:26:00', 'Europe/London', '2010-12-01T08:26:00.000Z'],
    ['2011-06-30T20:08', 'Europe/London', '2011-06-30T19:08:00.000Z'],
    ['2026-11-21 09:14:05.25', 'Asia/Tashkent', '2026-11-21T04:14:05.250Z'],
    ['2026-11-21', 'Asia/Kathmandu', '2026-11-20T18:15:00.000Z'],
    ['1971-06-01 12:00', 'Africa/Monrovia', '1971-06-01T12:44:30.000Z'],
    // Set forward: 02:30 never happened in Berlin, 01:30 not in London; later by the length of the gap.
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 01:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    // Set back: 02:30 happened twice, the first counts.
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01 01:59:59', 'America/New_York', '2026-11-01T05:59:59.000Z'],
    // Half an hour of summer time, and a Friday that Samoa skipped.
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ])('%s in %s', (local, zone, expected) => {
    expect(utc(local, zone)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30 10:00',
    '2026-13-01',
    '2026-01-01 24:00',
    '2026-01-01 10:60',
    '2026-01-01 10:00:60',
    '2026-1-1',
    '2026-01-01 10:00Z',
    '0026-01-01',
    '01/12/2010 08:26',
  ])('refuses %j', (text) => {
    expect(() => zonedToUtc(text, 'UTC')).toThrow(RangeError);
  });

  it('refuses an unknown zone', () => {
    expect(() => zonedToUtc('2026-01-01', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('converts 250,000 times within a second', () => {
    const first = Date.UTC(2010, 11, 1);
    const locals = Array.from({ length: 250_000 }, (_, index) =>
      new Date(first + index * 73_000).toISOString().slice(0, 19).replace('T', ' '),
    );
    const started = performance.now();
    let checksum = 0;
    for (const local of locals) checksum += zonedToUtc(local, 'Europe/London').getTime() % 7;
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(checksum).toBeGreaterThan(0);
  });
});

describe('startOfDay', () => {
  it.each([
    ['2026-06-01', 'Europe/London', '2026-05-31T23:00:00.000Z'],
    ['2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z'],
    // Clocks go from 00:00 to 01:00, so the day begins at 01:00.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    // From 23:30 to 00:30: the day begins at 00:30.
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z'],
    // Clocks go from 01:00 back to 00:00: the first midnight.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    // A date that does not exist there.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s', (date, zone, expected) => {
    expect(startOfDay(date, zone).toISOString()).toBe(expected);
  });

  it('refuses what is no date', () => {
    expect(() => startOfDay('2026-02-29', 'UTC')).toThrow(RangeError);
  });
});

describe('any instant in any zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instants = fc.date({
    min: new Date('1900-01-01Z'),
    max: new Date('2100-01-01Z'),
    noInvalidDate: true,
  });
  const intl = (instant: Date, timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);

  it('shows the clock that Intl shows', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(localDateTime(instant, zone)).toBe(intl(instant, zone));
        expect(localDate(instant, zone)).toBe(intl(instant, zone).slice(0, 10));
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes back from its local time, or an earlier one that looks the same', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = localDateTime(instant, zone);
        const back = zonedToUtc(local, zone);
        expect(localDateTime(back, zone)).toBe(local);
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  it('belongs to the day that has begun and not to the next one', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDate(instant, zone);
        const start = startOfDay(date, zone);
        expect(localDate(start, zone)).toBe(date);
        expect(localDate(new Date(start.getTime() - 1), zone) < date).toBe(true);
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(startOfDay(addDays(date, 1), zone).getTime()).toBeGreaterThan(start.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds the same offset in hours in which clocks change', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    const minutes = Array.from({ length: 120 }, (_, minute) => change + (minute - 60) * 60_000);
    expect(minutes.map((time) => offsetAt(time, 'Europe/Berlin') / 3_600_000)).toEqual(
      minutes.map((time) => (time < change ? 1 : 2)),
    );
  });
});

it.each([
  ['Europe/London', true],
  ['Asia/Tashkent', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+05:00', false],
  ['', false],
  ["x'; drop", false],
])('%s is a time zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});

it('refuses instants that no calendar of business has', () => {
  expect(() => localDate(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  expect(() => localDate(new Date(8.64e15), 'UTC')).toThrow(RangeError);
});
