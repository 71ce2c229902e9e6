import { describe, expect, it } from 'vitest';
import { nameOfRange, rangeNames, rangeOf } from './date-ranges';

describe('named ranges', () => {
  it.each([
    ['today', '2026-11-21', '2026-11-21', '2026-11-21'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['thisWeek', '2026-11-21', '2026-11-16', '2026-11-22'],
    ['thisWeek', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['thisWeek', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['thisMonth', '2026-11-30', '2026-11-01', '2026-11-30'],
    ['thisMonth', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['thisMonth', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['thisQuarter', '2026-11-21', '2026-10-01', '2026-12-31'],
    ['thisQuarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['lastQuarter', '2026-01-01', '2025-10-01', '2025-12-31'],
    ['lastQuarter', '2026-09-30', '2026-04-01', '2026-06-30'],
    ['lastYear', '2026-11-21', '2025-01-01', '2025-12-31'],
    ['thisYear', '2026-11-21', '2026-01-01', '2026-12-31'],
  ] as const)('%s on %s', (name, today, from, to) => {
    expect(rangeOf(name, today)).toEqual({ from, to });
  });

  it('finds its own names again', () => {
    for (const name of rangeNames) expect(nameOfRange(rangeOf(name, '2026-11-21'), '2026-11-21')).toBe(name);
    expect(nameOfRange({ from: '2026-11-02', to: '2026-11-03' }, '2026-11-21')).toBeUndefined();
  });
});
