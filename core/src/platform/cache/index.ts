import type { z } from 'zod';
import { config } from '../config';
import { redis } from '../queues';

const keyOf = (key: string) => `${config().REDIS_PREFIX}:cache:${key}`;

// Left where a copy was forgotten, so that a reader that loaded before the change cannot put its old copy back.
const FORGOTTEN = '!';
const FORGOTTEN_SECONDS = 5;

/**
 * Returns the copy in Redis, or loads the value and keeps a copy for some seconds. `null` is kept as well.
 * A lost Redis only costs speed.
 */
export async function cached<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
  seconds: number,
  load: () => Promise<z.output<Schema> | null>,
): Promise<z.output<Schema> | null> {
  const held = await redis()
    .get(keyOf(key))
    .catch(() => null);
  if (held === FORGOTTEN) return load();
  if (held !== null) {
    const parsed = schema.nullable().safeParse(JSON.parse(held));
    if (parsed.success) return parsed.data;
  }
  const value = await load();
  await redis()
    .set(keyOf(key), JSON.stringify(value), 'EX', seconds, 'NX')
    .catch(() => undefined);
  return value;
}

/** Forgets copies at once, as after a revocation. @throws when Redis is lost, so that the caller can say so */
export async function forget(...keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => redis().set(keyOf(key), FORGOTTEN, 'EX', FORGOTTEN_SECONDS)));
}
