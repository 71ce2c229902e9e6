import { AppError } from '@countinghouse/core/platform/errors';
import { createRateLimiter, type Allowance } from '@countinghouse/core/platform/rate-limits';
import type { Exchange } from './exchange';

const seconds = 60;

export interface KeyLimit {
  /** @throws AppError `rate-limited` when the key has used up its minute */
  count(exchange: Exchange, apiKeyId: string): Promise<void> | void;
}

/** The limit per key, told in the fields of draft-ietf-httpapi-ratelimit-headers. */
export function createKeyLimit(points: number): KeyLimit {
  const limiter = createRateLimiter({ name: 'api', points, seconds });
  const policy = `"key";q=${points};w=${seconds}`;
  const apply = (exchange: Exchange, { allowed, remaining, resetSeconds }: Allowance) => {
    exchange.headers['RateLimit-Policy'] = policy;
    exchange.headers['RateLimit'] = `"key";r=${remaining};t=${resetSeconds}`;
    if (allowed) return;
    throw new AppError('rate-limited', `A key may make ${points} requests in a minute.`, {
      retryAfterSeconds: Math.max(1, resetSeconds),
    });
  };
  return {
    count(exchange, apiKeyId) {
      const allowance = limiter.take(apiKeyId);
      if (allowance instanceof Promise) return allowance.then((each) => apply(exchange, each));
      return apply(exchange, allowance);
    },
  };
}
