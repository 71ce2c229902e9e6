import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '../platform/config';
import { AppError, isAppError } from '../platform/errors';
import { redis } from '../platform/queues';
import { singleton } from '../platform/singleton';
import { hashToken } from '../platform/tokens';
import { addressKey } from './client-address';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

// The narrow limit is for one account from one address, so that a stranger elsewhere cannot lock a person out
// quickly; the wide ones are for attacks from many addresses on one account, and from one address on many.
const limits = {
  'sign-in': { points: 10, duration: 15 * MINUTE },
  'sign-in-account': { points: 50, duration: HOUR },
  'sign-in-address': { points: 100, duration: 15 * MINUTE },
  'reset-account': { points: 3, duration: HOUR },
  'reset-address': { points: 20, duration: HOUR },
} as const;
type LimitName = keyof typeof limits;

// Without Redis each process counts for itself: looser, but never open.
const limiter = (name: LimitName) =>
  singleton(`limit-${name}`, () => {
    const options = { ...limits[name], keyPrefix: `${config().REDIS_PREFIX}:limit:${name}` };
    return new RateLimiterRedis({
      ...options,
      storeClient: redis(),
      insuranceLimiter: new RateLimiterMemory(options),
    });
  });

async function count(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('rate-limited', 'Too many attempts. Wait a little and try again.', {
      retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1_000),
    });
  }
}

// Addresses of people do not belong in Redis.
const accountKey = (email: string) => hashToken(email);

export interface SignInAttempt {
  /** Takes the attempt back from the counts. */
  succeeded(): Promise<void>;
}

/**
 * Counts an attempt to sign in before it is made, so that many at once count, too.
 * @throws AppError `rate-limited`, the same for accounts that exist and that do not
 */
export async function countSignIn(email: string, ip: string): Promise<SignInAttempt> {
  const [account, address] = [accountKey(email), addressKey(ip)];
  const pair = `${account}:${address}`;
  await count('sign-in-address', address);
  await count('sign-in', pair);
  await count('sign-in-account', account);
  return {
    async succeeded() {
      await Promise.all([
        limiter('sign-in').delete(pair),
        limiter('sign-in-account').reward(account),
        limiter('sign-in-address').reward(address),
      ]);
    },
  };
}

/** @throws AppError `rate-limited` */
export const countResetByAddress = (ip: string): Promise<void> => count('reset-address', addressKey(ip));

/** @returns false when the account has had enough mails; nothing may tell the asker so */
export async function mayMailReset(email: string): Promise<boolean> {
  try {
    await count('reset-account', accountKey(email));
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
