import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from '../api/client-address';

/** Headers that Next trusts from its own middleware, and that nobody outside may send. */
const internalPrefix = 'x-middleware-';
const forwardedPrefix = 'x-forwarded-';

function dropHeaders(request: IncomingMessage, isUnwanted: (name: string) => boolean): void {
  const names = Object.keys(request.headers).filter(isUnwanted);
  if (names.length === 0) return;
  for (const name of names) delete request.headers[name];
  const raw = request.rawHeaders;
  request.rawHeaders = raw.filter((_, index) => !isUnwanted((raw[index - (index % 2)] ?? '').toLowerCase()));
}

/** Sets a request header for whoever answers, in both places where Node keeps them. */
export function setRequestHeader(request: IncomingMessage, name: string, value: string): void {
  request.headers[name] = value;
  request.rawHeaders.push(name, value);
}

/** Removes what a client may not say, and gives the request its id, which is returned. */
export function cleanRequest(request: IncomingMessage, trustedProxies: number): string {
  dropHeaders(
    request,
    (name) =>
      name === 'x-request-id' ||
      name === 'x-client-address' ||
      name === 'x-page' ||
      name === 'content-security-policy' ||
      name === 'content-security-policy-report-only' ||
      name.startsWith(internalPrefix) ||
      (trustedProxies === 0 && name.startsWith(forwardedPrefix)),
  );
  const id = randomUUID();
  setRequestHeader(request, 'x-request-id', id);
  setRequestHeader(request, 'x-client-address', clientAddress(request, trustedProxies) ?? '');
  return id;
}
