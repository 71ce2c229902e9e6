import { StorageError } from './storage-error';

const segment = /^[a-z0-9_-][a-z0-9._-]{0,199}$/;
const prefixCharacters = /^[a-z0-9/._-]*$/;
const mediaType = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}(?:; ?charset=[\w-]{1,40})?$/;
const sevenDays = 7 * 24 * 60 * 60;

/** Longest key: what S3 allows is 1,024; half of it leaves room for the folder in front. */
const maxKeyLength = 512;

function isKey(key: string): boolean {
  return (
    key.length <= maxKeyLength && !key.includes('..') && key.split('/').every((part) => segment.test(part))
  );
}

/** Throws `invalid-key` unless the key is safe as a path, a URL and an S3 key. */
export function assertKey(key: string): void {
  if (!isKey(key)) throw new StorageError('invalid-key', 'The key of the object is not valid.');
}

/** Throws `invalid-key` unless a key could begin like this; an empty prefix means everything. */
export function assertPrefix(prefix: string): void {
  const safe = prefix.length <= maxKeyLength && prefixCharacters.test(prefix) && !prefix.includes('..');
  if (!safe) throw new StorageError('invalid-key', 'The prefix is not valid.');
}

/** The media type in lower case, or `application/octet-stream` for anything that is none. */
export function contentTypeOf(value: string): string {
  return mediaType.test(value) ? value.toLowerCase() : 'application/octet-stream';
}

/** Throws a RangeError unless a link may live this long: S3 allows at most seven days. */
export function assertExpiry(seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > sevenDays) {
    throw new RangeError('A link lives between 1 second and 7 days.');
  }
}
