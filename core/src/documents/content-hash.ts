import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, in hex, of a value as canonical JSON (RFC 8785): the same content has the same hash, wherever it comes from. */
export function contentHash(content: unknown): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('this has no JSON form');
  return createHash('sha256').update(text).digest('hex');
}
