import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ rateLimit: 20 });
});
afterAll(() => api.close());

const remaining = (headers: Headers) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

describe('the limit of a key', () => {
  it('tells what is left and refuses what is too much', async () => {
    const key = await api.keyWith(['orders:read']);
    const first = await api.call('/api/v1/orders', { key });
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=20;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=19;t=(?:60|59)$/);
    const rest = await Promise.all(Array.from({ length: 24 }, () => api.call('/api/v1/orders', { key })));
    const refused = rest.filter(({ status }) => status === 429);
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.body).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(remaining(refused[0]?.headers ?? new Headers())).toBe(0);
  });

  it('is counted for each key apart, and counts what fails, too', async () => {
    const key = await api.keyWith(['orders:read']);
    expect(remaining((await api.call('/api/v1/orders?nothing=1', { key })).headers)).toBe(19);
    expect(remaining((await api.call('/api/v1/customers', { key })).headers)).toBe(18);
  });

  it('is shared by all processes', async () => {
    const second = await testApi({ rateLimit: 20 });
    const key = await api.keyWith(['orders:read']);
    expect(remaining((await api.call('/api/v1/orders', { key })).headers)).toBe(19);
    expect(remaining((await second.call('/api/v1/orders', { key })).headers)).toBe(18);
    await second.close();
  });
});
