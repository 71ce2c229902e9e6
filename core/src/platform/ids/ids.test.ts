import { describe, expect, it, vi } from 'vitest';
import { Id, isId, newId } from './index';

describe('newId', () => {
  it('is a UUIDv7 with the time in front', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  });

  it('is in the order of making, also within a millisecond and when the clock is set back', () => {
    vi.useFakeTimers();
    const ids = [Date.now(), Date.now() - 60_000, Date.now() - 3_600_000].flatMap((now) => {
      vi.setSystemTime(now);
      return Array.from({ length: 20_000 }, newId);
    });
    vi.useRealTimers();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});

it.each([
  ['019a9f3e-5b1c-7000-8000-000000000001', true],
  ['019A9F3E-5B1C-7000-8000-000000000001', true],
  ['019a9f3e5b1c70008000000000000001', false],
  ['019a9f3e-5b1c-7000-8000-00000000000', false],
  ["' or 1=1 --", false],
  ['', false],
])('%s is an id: %s', (text, is) => {
  expect(isId(text)).toBe(is);
  expect(Id.safeParse(text).success).toBe(is);
});

it('reads ids in lower case', () => {
  expect(Id.parse('019A9F3E-5B1C-7000-8000-000000000001')).toBe('019a9f3e-5b1c-7000-8000-000000000001');
});
