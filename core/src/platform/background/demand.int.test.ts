import { afterAll, expect, it, vi } from 'vitest';
import { closeRedis } from '../queues';
import { announceDemand, isDemand } from './demand';

afterAll(closeRedis);

it('is announced while the process works, and forgotten soon after', async () => {
  expect(await isDemand()).toBe(false);
  const demand = announceDemand();
  const busy = setInterval(() => {
    const until = performance.now() + 90;
    while (performance.now() < until);
  }, 100);
  try {
    await vi.waitUntil(isDemand, { timeout: 10_000 });
  } finally {
    clearInterval(busy);
    demand.stop();
  }
  await vi.waitUntil(async () => !(await isDemand()), { timeout: 10_000 });
});
