import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('returnPath', () => {
  it.each([
    ['/demo/orders?status=open', '/demo/orders?status=open'],
    ['/', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('%s leads to %s', (next, path) => {
    expect(returnPath(next)).toBe(path);
  });
});
