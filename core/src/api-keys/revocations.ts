import { config } from '../platform/config';
import { log } from '../platform/log';
import { redis, subscriberRedis } from '../platform/queues';
import { singleton } from '../platform/singleton';

const channel = () => `${config().REDIS_PREFIX}:api-keys:revoked`;

/** Tells every process that a key is revoked; without Redis each finds out within seconds by itself. */
export async function announceRevocation(keyHash: string): Promise<void> {
  try {
    await redis().publish(channel(), keyHash);
  } catch (error) {
    log().warn({ err: error, operation: 'api-key.revoke' }, 'revocation not announced');
  }
}

/** Calls back with the hash of each key that any process revokes. Listens from the first call on, once. */
export function onRevocation(callback: (keyHash: string) => void): void {
  singleton('api-key-revocations', () => {
    const subscriber = subscriberRedis();
    subscriber.on('message', (from: string, keyHash: string) => {
      if (from === channel()) callback(keyHash);
    });
    subscriber.subscribe(channel()).catch((error: unknown) => {
      log().warn({ err: error, operation: 'api-key.revocations' }, 'not listening for revoked keys');
    });
    return true;
  });
}
