import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { config } from '../config';
import { log } from '../log';
import { existing, singleton } from '../singleton';
import { queueNames, type QueueName } from './jobs';

export * from './jobs';

function connect(name: string, options: { maxRetriesPerRequest: number | null }): Redis {
  const redis = new Redis(config().REDIS_URL, {
    ...options,
    connectionName: `countinghouse-${name}`,
    enableAutoPipelining: name === 'main',
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  });
  redis.on('error', (error: Error) => log().warn({ err: error, connection: name }, 'redis connection'));
  return redis;
}

/** The connection for caches, limits and messages. Fails fast: callers decide what a lost Redis means. */
export const redis = () => singleton('redis', () => connect('main', { maxRetriesPerRequest: 1 }));

/** The connection that listens for messages of other processes; everyone filters by channel. */
export const subscriberRedis = () =>
  singleton('redis-subscriber', () => connect('subscriber', { maxRetriesPerRequest: null }));

/** A connection for blocking readers such as workers; the caller closes it. */
export const blockingRedis = (name: string) => connect(name, { maxRetriesPerRequest: null });

export const queuePrefix = () => `${config().REDIS_PREFIX}:queue`;

interface Queues {
  connection: Redis;
  byName: ReadonlyMap<QueueName, Queue>;
}

const queues = () =>
  singleton<Queues>('queues', () => {
    const connection = blockingRedis('queues');
    const made = queueNames.map(
      (name) => [name, new Queue(name, { connection, prefix: queuePrefix() })] as const,
    );
    return { connection, byName: new Map<QueueName, Queue>(made) };
  });

/** The queue of a name. Only the relay adds to it; everyone else writes to the outbox. */
export function queue(name: QueueName): Queue {
  const found = queues().byName.get(name);
  if (!found) throw new Error(`there is no queue ${name}`);
  return found;
}

/** Closes the queues and connections that this process has opened. */
export async function closeRedis(): Promise<void> {
  const opened = existing<Queues>('queues');
  await Promise.all([...(opened?.byName.values() ?? [])].map((each) => each.close()));
  opened?.connection.disconnect();
  existing<Redis>('redis-subscriber')?.disconnect();
  existing<Redis>('redis')?.disconnect();
}
