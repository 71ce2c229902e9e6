import type { IncomingMessage } from 'node:http';
import { HttpFault } from './problem';

/** The tag of a record's version, `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that a change has seen, out of `If-Match: "3"`. Proxies that compress weaken tags: `W/"3"` will do.
 * @throws HttpFault `precondition-required` without one, `malformed` for what is no version
 */
export function expectedVersion(
  incoming: IncomingMessage,
  need: 'required' | 'optional',
): number | undefined {
  const given = incoming.headers['if-match'];
  if (given === undefined) {
    if (need === 'optional') return undefined;
    const message = 'Say which version you have seen: If-Match with the ETag of the record, such as "3".';
    throw new HttpFault('precondition-required', message);
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())?.[1];
  if (version === undefined) throw new HttpFault('malformed', 'If-Match must be one ETag, such as "3".');
  return Number(version);
}
