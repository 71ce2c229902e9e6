import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertKey } from './keys';

/** Where the object route is mounted, below the web server's base URL. */
export const mount = '/objects/';

interface Grant {
  key: string;
  /** Seconds since 1970. */
  expires: number;
  contentType: string;
}

/** What a signed link allows: one method on one object until it expires. */
export type LinkGrant =
  (Grant & { method: 'PUT'; maxBytes: number }) | (Grant & { method: 'GET'; fileName: string });

export type Verdict = { grant: LinkGrant } | { refused: 'invalid' | 'expired' };

function signatureOf(signingKey: string, grant: LinkGrant): string {
  const last = grant.method === 'PUT' ? grant.maxBytes : grant.fileName;
  const message = ['object-link-1', grant.method, grant.key, grant.expires, grant.contentType, last];
  return createHmac('sha256', signingKey).update(JSON.stringify(message)).digest('base64url');
}

/** The signed link itself: HMAC-SHA256 over method, key, expiry, type, and size limit or file name. */
export function filesystemUrl(publicUrl: string, signingKey: string, grant: LinkGrant): string {
  const url = new URL(publicUrl.replace(/\/+$/, '') + mount + grant.key);
  url.searchParams.set('expires', String(grant.expires));
  url.searchParams.set('type', grant.contentType);
  if (grant.method === 'PUT') url.searchParams.set('max', String(grant.maxBytes));
  else url.searchParams.set('name', grant.fileName);
  url.searchParams.set('signature', signatureOf(signingKey, grant));
  return url.href;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function readGrant(method: string, path: string, query: URLSearchParams): LinkGrant | undefined {
  const start = path.indexOf(mount);
  const expires = wholeNumber(query.get('expires'));
  const contentType = query.get('type');
  if (start < 0 || expires === undefined || contentType === null) return undefined;
  const grant = { key: path.slice(start + mount.length), expires, contentType };
  if (method === 'PUT') {
    const maxBytes = wholeNumber(query.get('max'));
    return maxBytes === undefined ? undefined : { ...grant, method, maxBytes };
  }
  const fileName = query.get('name');
  const reads = method === 'GET' || method === 'HEAD';
  return reads && fileName !== null ? { ...grant, method: 'GET', fileName } : undefined;
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Checks the path and query of a request (`/objects/key?…`) against its signature, then its expiry. A link
 * for GET also answers HEAD. The path is compared as it came: nothing in it is decoded.
 */
export function verifySignedUrl(
  signingKey: string,
  method: string,
  pathAndQuery: string,
  now: Date,
): Verdict {
  const [path = '', query = ''] = pathAndQuery.split('?', 2);
  const parameters = new URLSearchParams(query);
  const grant = readGrant(method, path, parameters);
  if (!grant) return { refused: 'invalid' };
  const signature = parameters.get('signature') ?? '';
  if (!sameText(signature, signatureOf(signingKey, grant))) return { refused: 'invalid' };
  assertKey(grant.key);
  return grant.expires * 1000 <= now.getTime() ? { refused: 'expired' } : { grant };
}
