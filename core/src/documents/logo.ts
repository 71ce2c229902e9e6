import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { log } from '../platform/log';
import { objects } from '../platform/objects';
import { isStorageError } from '../platform/storage';
import type { SnapshotBrand } from './schemas';

/** Base64 is a third longer than the bytes; companies' logos are smaller than this. */
const MOST_BYTES = 2 * 1_048_576;
const KEPT = 50;
const kept = new Map<string, string>();

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function read(key: string): Promise<Buffer | undefined> {
  try {
    return await buffer((await objects().get(key)).body);
  } catch (error) {
    if (isStorageError(error, 'not-found')) return undefined;
    throw error;
  }
}

/**
 * The logo of a document as a `data:` address; undefined where there is none, or none that is still what it was.
 * @throws StorageError `unavailable`: nothing is printed without a logo that is there
 */
export async function documentLogo({ logo }: SnapshotBrand): Promise<string | undefined> {
  if (!logo) return undefined;
  const known = kept.get(logo.sha256);
  if (known) return known;
  const bytes = await read(logo.objectKey);
  if (!bytes || bytes.length > MOST_BYTES || sha256Of(bytes) !== logo.sha256) {
    log().warn({ objectKey: logo.objectKey }, 'a document is shown without its logo');
    return undefined;
  }
  const uri = `data:${logo.contentType};base64,${bytes.toString('base64')}`;
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(logo.sha256, uri);
  return uri;
}
