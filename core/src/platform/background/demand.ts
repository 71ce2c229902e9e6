import { performance } from 'node:perf_hooks';
import { config } from '../config';
import { redis } from '../queues';

const LOOK_MS = 250;
/** The share of its time that a web process works, from which on it wants the machine for itself. */
const BUSY = 0.4;
/** How long an announcement holds: a web process that died wants nothing. */
const HOLDS_MS = 1_000;

const key = () => `${config().REDIS_PREFIX}:demand`;

/** Tells bulk work, wherever it runs, while this web process has its hands full. A lost Redis only costs speed. */
export function announceDemand(): { stop: () => void } {
  let last = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    if (utilization < BUSY) return;
    redis()
      .set(key(), 1, 'PX', HOLDS_MS)
      .catch(() => undefined);
  }, LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Whether a web process has its hands full. */
export async function isDemand(): Promise<boolean> {
  const announced = await redis()
    .get(key())
    .catch(() => null);
  return announced !== null;
}
