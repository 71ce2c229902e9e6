import { createHash } from 'node:crypto';
import { objects } from '../platform/objects';
import { isStorageError } from '../platform/storage';

/** SHA-256, in hex, of an object's bytes as they lie in the store; null where there is none. */
export async function hashOfObject(key: string): Promise<string | null> {
  try {
    const { body } = await objects().get(key);
    const hash = createHash('sha256');
    for await (const chunk of body as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (isStorageError(error, 'not-found')) return null;
    throw error;
  }
}
