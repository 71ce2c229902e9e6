import type { IncomingHttpHeaders } from 'node:http';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it comes from our own pages, or it carries a Bearer key, which no
 * browser adds by itself. A request that says nothing about its origin is refused (rules.md 19).
 */
export function mayChangeState(method: string, headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  if (readingMethods.has(method)) return true;
  if (headers.authorization?.startsWith('Bearer ')) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === publicOrigin;
}
