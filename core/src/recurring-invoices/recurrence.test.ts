import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../platform/time';
import {
  nextDates,
  periodOf,
  weekdayOf,
  type MonthDay,
  type RecurrenceRule,
  type Weekday,
} from './recurrence';

const never = { kind: 'never' } as const;
const monthly = (start: string, on: MonthDay, every = 1): RecurrenceRule => ({
  frequency: 'monthly',
  every,
  on,
  start,
  end: never,
});
const day = (of: number): MonthDay => ({ kind: 'day', day: of });

describe('nextDates', () => {
  it.each<[string, RecurrenceRule, string, string[]]>([
    [
      'returns to the 31st after short months',
      monthly('2026-01-31', day(31)),
      '2026-01-01',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    [
      'knows leap years',
      monthly('2028-01-30', day(30)),
      '2028-01-30',
      ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30'],
    ],
    [
      'takes the last day of each month',
      monthly('2027-12-15', { kind: 'last-day' }),
      '2027-12-15',
      ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31'],
    ],
    [
      'takes the second Tuesday',
      monthly('2026-01-01', { kind: 'weekday', nth: 2, weekday: 2 }),
      '2026-01-01',
      ['2026-01-13', '2026-02-10', '2026-03-10'],
    ],
    [
      'takes the last Friday, be it the fourth or the fifth',
      monthly('2026-01-01', { kind: 'weekday', nth: 5, weekday: 5 }),
      '2026-01-01',
      ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24'],
    ],
    [
      'goes every other week from the first Monday',
      { frequency: 'weekly', every: 2, weekday: 1, start: '2026-01-01', end: never },
      '2026-01-06',
      ['2026-01-19', '2026-02-02', '2026-02-16'],
    ],
    [
      'goes by quarters from the month of the start',
      { frequency: 'quarterly', on: day(31), start: '2026-02-01', end: never },
      '2026-02-01',
      ['2026-02-28', '2026-05-31', '2026-08-31', '2026-11-30'],
    ],
    [
      'goes by years, over 29 February',
      { frequency: 'yearly', every: 1, on: day(29), start: '2027-02-01', end: never },
      '2027-01-01',
      ['2027-02-28', '2028-02-29', '2029-02-28'],
    ],
    [
      'skips the month whose day has passed at the start',
      monthly('2026-01-20', day(5), 2),
      '2026-01-01',
      ['2026-03-05', '2026-05-05'],
    ],
    [
      'ends on a date, which may be one of its own',
      { ...monthly('2026-01-01', day(1)), end: { kind: 'on', date: '2026-03-01' } },
      '2026-02-01',
      ['2026-02-01', '2026-03-01'],
    ],
    [
      'ends after a count',
      { ...monthly('2026-01-01', day(1)), end: { kind: 'after', count: 3 } },
      '2026-01-02',
      ['2026-02-01', '2026-03-01'],
    ],
  ])('%s', (_, rule, from, wanted) => {
    expect(nextDates(rule, from, wanted.length + (rule.end.kind === 'never' ? 0 : 3))).toEqual(wanted);
  });

  it('counts what was made where the rule was changed on the way', () => {
    const rule: RecurrenceRule = { ...monthly('2026-05-15', day(15)), end: { kind: 'after', count: 6 } };
    expect(nextDates(rule, '2026-05-15', 10, 4)).toEqual(['2026-05-15', '2026-06-15']);
    expect(nextDates(rule, '2026-05-15', 10, 6)).toEqual([]);
  });

  it('ends with the calendar', () => {
    expect(nextDates(monthly('9999-11-30', day(31)), '9999-11-30', 5)).toEqual(['9999-11-30', '9999-12-31']);
    const weekly: RecurrenceRule = {
      frequency: 'weekly',
      every: 1,
      weekday: 1,
      start: '9999-12-20',
      end: never,
    };
    expect(nextDates(weekly, '9999-12-20', 5)).toEqual(['9999-12-20', '9999-12-27']);
  });
});

describe('periodOf', () => {
  it.each<[RecurrenceRule, string, string, string]>([
    [monthly('2026-01-01', day(1)), '2026-02-01', '2026-02-01 2026-02-28', '2026-01-01 2026-01-31'],
    [monthly('2026-01-31', day(31)), '2026-02-28', '2026-02-28 2026-03-30', '2026-01-31 2026-02-27'],
    [
      monthly('2026-01-01', { kind: 'last-day' }),
      '2026-02-28',
      '2026-03-01 2026-03-31',
      '2026-02-01 2026-02-28',
    ],
    [
      { frequency: 'weekly', every: 1, weekday: 1, start: '2026-01-01', end: never },
      '2026-01-05',
      '2026-01-05 2026-01-11',
      '2025-12-29 2026-01-04',
    ],
    [
      { frequency: 'quarterly', on: day(1), start: '2026-01-01', end: { kind: 'after', count: 1 } },
      '2026-01-01',
      '2026-01-01 2026-03-31',
      '2025-10-01 2025-12-31',
    ],
  ])('%j on %s', (rule, date, ahead, behind) => {
    const text = (kind: 'ahead' | 'behind') => Object.values(periodOf(rule, date, kind) ?? {}).join(' ');
    expect([text('ahead'), text('behind')]).toEqual([ahead, behind]);
    expect(periodOf(rule, date, 'none')).toBeNull();
  });
});

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));
const weekday = fc.integer({ min: 1, max: 7 }).map((value) => value as Weekday);
const on: fc.Arbitrary<MonthDay> = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((of) => day(of)),
  fc.constant<MonthDay>({ kind: 'last-day' }),
  fc
    .record({ nth: fc.integer({ min: 1, max: 5 }), weekday })
    .map((each) => ({ kind: 'weekday', ...each }) as MonthDay),
);
const every = fc.integer({ min: 1, max: 24 });
const rhythm = fc.oneof(
  fc.record({ frequency: fc.constant('weekly' as const), every, weekday }),
  fc.record({ frequency: fc.constant('monthly' as const), every, on }),
  fc.record({ frequency: fc.constant('quarterly' as const), on }),
  fc.record({ frequency: fc.constant('yearly' as const), every, on }),
);
const endless: fc.Arbitrary<RecurrenceRule> = fc
  .tuple(rhythm, date)
  .map(([each, start]) => ({ ...each, start, end: never }));
const place = fc.integer({ min: 0, max: 60 });

describe('any rule', () => {
  it('has strictly increasing dates, none before its start, none missing', () => {
    fc.assert(
      fc.property(endless, (rule) => {
        const dates = nextDates(rule, rule.start, 40);
        expect(dates).toHaveLength(40);
        expect(dates[0]! >= rule.start).toBe(true);
        dates.slice(1).forEach((each, index) => expect(each > dates[index]!).toBe(true));
      }),
    );
  });

  it('has the same dates wherever one begins to look', () => {
    fc.assert(
      fc.property(endless, place, fc.integer({ min: 0, max: 400 }), (rule, skip, extra) => {
        const dates = nextDates(rule, rule.start, 140);
        expect(nextDates(rule, dates[skip]!, 40)).toEqual(dates.slice(skip, skip + 40));
        const from = addDays(dates[skip]!, extra);
        expect(nextDates(rule, from, 20)).toEqual(dates.filter((each) => each >= from).slice(0, 20));
      }),
    );
  });

  it('keeps to its weekday, its day or the last one of the month', () => {
    fc.assert(
      fc.property(endless, (rule) => {
        for (const each of nextDates(rule, rule.start, 30)) {
          if (rule.frequency === 'weekly') expect(weekdayOf(each)).toBe(rule.weekday);
          else if (rule.on.kind === 'weekday') expect(weekdayOf(each)).toBe(rule.on.weekday);
          else {
            const isLast = addDays(each, 1).endsWith('-01');
            const wanted = rule.on.kind === 'day' ? rule.on.day : 31;
            expect(Number(each.slice(8)) === wanted || (isLast && Number(each.slice(8)) < wanted)).toBe(true);
          }
        }
      }),
    );
  });

  it('respects its end, by count and by date', () => {
    fc.assert(
      fc.property(endless, place, (rule, last) => {
        const all = nextDates(rule, rule.start, 80);
        const counted: RecurrenceRule = { ...rule, end: { kind: 'after', count: last + 1 } };
        const dated: RecurrenceRule = { ...rule, end: { kind: 'on', date: all[last]! } };
        expect(nextDates(counted, rule.start, 80)).toEqual(all.slice(0, last + 1));
        expect(nextDates(dated, rule.start, 80)).toEqual(all.slice(0, last + 1));
        expect(nextDates(counted, all[last]!, 80)).toEqual([all[last]]);
        expect(nextDates(counted, addDays(all[last]!, 1), 80)).toEqual([]);
      }),
    );
  });

  it('has periods that touch and never overlap', () => {
    fc.assert(
      fc.property(endless, fc.constantFrom('ahead' as const, 'behind' as const), (rule, kind) => {
        const periods = nextDates(rule, rule.start, 12).map((each) => periodOf(rule, each, kind)!);
        periods.forEach(({ from, to }) => expect(from <= to).toBe(true));
        periods.slice(1).forEach(({ from }, index) => expect(daysBetween(periods[index]!.to, from)).toBe(1));
      }),
    );
  });
});
