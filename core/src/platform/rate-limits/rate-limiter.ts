import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '../config';
import { redis } from '../queues';

/** What is left of a limit after one request was counted. */
export interface Allowance {
  allowed: boolean;
  /** Requests that may still come in this window. */
  remaining: number;
  /** Seconds until the window ends and everything is allowed again. */
  resetSeconds: number;
}

export interface RateLimiter {
  /** Counts one request of a key. Answers at once while requests are set aside for the key. */
  take(key: string): Allowance | Promise<Allowance>;
}

/** Requests taken out of the shared count for one key, to be handed out here without asking Redis. */
interface Grant {
  left: number;
  /** What the shared count still held when these were taken. */
  shared: number;
  endsAt: number;
}

interface Limit {
  name: string;
  points: number;
  seconds: number;
}

const grantsKept = 10_000;

/** Where the count lives: Redis for all processes together, this process alone while Redis is lost. */
function sharedCount({ name, points, seconds }: Limit): RateLimiterRedis {
  const keyPrefix = `${config().REDIS_PREFIX}:limit:${name}`;
  return new RateLimiterRedis({
    storeClient: redis(),
    keyPrefix,
    points,
    duration: seconds,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: seconds }),
  });
}

/** Takes points out of the shared count; a refusal is an answer, too. */
async function consume(store: RateLimiterRedis, key: string, points: number): Promise<Grant> {
  const grantOf = (result: RateLimiterRes, left: number): Grant => ({
    left,
    shared: Math.max(0, result.remainingPoints),
    endsAt: Date.now() + Math.max(0, result.msBeforeNext),
  });
  try {
    return grantOf(await store.consume(key, points), points);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { ...grantOf(refusal, 0), shared: 0 };
    throw refusal;
  }
}

class GrantingLimiter implements RateLimiter {
  private readonly grants = new Map<string, Grant>();
  private readonly refills = new Map<string, Promise<Grant>>();
  private readonly store: RateLimiterRedis;
  private readonly batch: number;

  constructor(limit: Limit) {
    this.store = sharedCount(limit);
    // Half a per cent at a time: small limits stay exact, large ones cost one Redis call in hundreds.
    this.batch = Math.max(1, Math.floor(limit.points / 200));
  }

  take(key: string): Allowance | Promise<Allowance> {
    return this.takeHere(key) ?? this.takeShared(key);
  }

  private takeHere(key: string): Allowance | undefined {
    const grant = this.grants.get(key);
    if (!grant) return undefined;
    const milliseconds = grant.endsAt - Date.now();
    if (milliseconds <= 0) return undefined;
    const allowed = grant.left > 0;
    if (!allowed && grant.shared > 0) return undefined;
    if (allowed) grant.left -= 1;
    return { allowed, remaining: grant.shared + grant.left, resetSeconds: Math.ceil(milliseconds / 1_000) };
  }

  private async takeShared(key: string): Promise<Allowance> {
    for (;;) {
      await this.refill(key);
      const allowance = this.takeHere(key);
      if (allowance) return allowance;
    }
  }

  private refill(key: string): Promise<Grant> {
    const running = this.refills.get(key);
    if (running) return running;
    const held = this.grants.get(key);
    const current = held && held.endsAt > Date.now();
    const points = current && held.shared > 0 ? Math.min(this.batch, held.shared) : this.batch;
    const refill = consume(this.store, key, points)
      .then((grant) => {
        if (this.grants.size >= grantsKept) this.forgetEnded();
        this.grants.set(key, grant);
        return grant;
      })
      .finally(() => this.refills.delete(key));
    this.refills.set(key, refill);
    return refill;
  }

  private forgetEnded(): void {
    const now = Date.now();
    for (const [key, grant] of this.grants) if (grant.endsAt <= now) this.grants.delete(key);
  }
}

/**
 * Limits how often each key may do something, over all processes together. No key ever gets more than
 * `points` in a window while Redis works; without Redis each process counts for itself.
 */
export const createRateLimiter = (limit: Limit): RateLimiter => new GrantingLimiter(limit);
