import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids';
import { redis } from '../queues';
import { createRateLimiter } from './index';

const many = (times: number) => Array.from({ length: times });
const minute = (points: number) => ({ name: newId(), points, seconds: 60 });

beforeEach(() => redis().ping());

describe('rate limiter', () => {
  it('lets exactly as many through as the limit says, however they come', async () => {
    const limiter = createRateLimiter(minute(1_000));
    const taken = await Promise.all(many(1_500).map(async () => limiter.take('key')));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(1_000);
    expect((await limiter.take('key')).remaining).toBe(0);
  });

  it('never lets two processes together exceed it', async () => {
    const limit = minute(1_000);
    const [one, two] = [createRateLimiter(limit), createRateLimiter(limit)];
    const taken = await Promise.all(many(1_400).map(async (_, n) => (n % 2 ? one : two).take('key')));
    const allowed = taken.filter((each) => each.allowed).length;
    expect(allowed).toBeLessThanOrEqual(1_000);
    expect(allowed).toBeGreaterThanOrEqual(990);
  });

  it('starts again in the next window', async () => {
    const limiter = createRateLimiter({ name: newId(), points: 2, seconds: 1 });
    for (let n = 0; n < 3; n += 1) await limiter.take('key');
    expect((await limiter.take('key')).allowed).toBe(false);
    await expect.poll(async () => (await limiter.take('key')).allowed, { timeout: 3_000 }).toBe(true);
  });

  it('asks Redis once for hundreds of requests', async () => {
    const limiter = createRateLimiter(minute(100_000));
    await limiter.take('key');
    const here = many(499).map(() => limiter.take('key'));
    expect(here.filter((each) => each instanceof Promise)).toEqual([]);
    expect(limiter.take('key')).toBeInstanceOf(Promise);
  });

  it('counts by itself while Redis is lost', async () => {
    redis().disconnect();
    try {
      const limiter = createRateLimiter(minute(3));
      const taken = [];
      for (let n = 0; n < 5; n += 1) taken.push((await limiter.take('key')).allowed);
      expect(taken).toEqual([true, true, true, false, false]);
    } finally {
      await redis().connect();
    }
  });
});
