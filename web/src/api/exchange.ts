import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { newId } from '@countinghouse/core/platform/ids';

/** What a handler answers: a status, headers, and a body that becomes JSON, or bytes as they are. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** A body that is text or bytes already; its Content-Type is among the headers. */
  raw?: string | Uint8Array;
}

/** One request and its answer, with what belongs to both. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  /** Headers of the answer whatever it will be, such as those of the rate limit. */
  readonly headers: Record<string, string>;
  /** The company and key that asked, once they are known. */
  caller?: { tenantId: string; apiKeyId: string };
}

const plausibleId = /^[\w.-]{8,64}$/;

/** The HTTP server in front has named the request, after dropping what the client called it. */
function requestIdOf(incoming: IncomingMessage): string {
  const given = incoming.headers['x-request-id'];
  return typeof given === 'string' && plausibleId.test(given) ? given : newId();
}

export function beginExchange(incoming: IncomingMessage, outgoing: ServerResponse): Exchange {
  const requestId = requestIdOf(incoming);
  const headers = {
    'X-Request-Id': requestId,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  return { incoming, outgoing, requestId, startedAt: performance.now(), headers };
}

// Encoded here and at once: a socket that gets text encodes it slowly, piece by piece.
const encode = (body: string | Uint8Array) => (typeof body === 'string' ? Buffer.from(body) : body);

function bodyOf(answer: Answer): { bytes?: Uint8Array; contentType?: string } {
  if (answer.raw !== undefined) return { bytes: encode(answer.raw) };
  if (answer.body === undefined) return {};
  return { bytes: encode(JSON.stringify(answer.body)), contentType: 'application/json' };
}

/** Writes the answer straight to the socket; a Response object on the way would only cost time. */
export function sendAnswer({ incoming, outgoing, headers }: Exchange, answer: Answer): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  const { bytes, contentType } = bodyOf(answer);
  const all: Record<string, string | number> = { ...headers };
  if (contentType) all['Content-Type'] = contentType;
  if (bytes !== undefined) {
    all['Content-Length'] = bytes.byteLength;
  } else if (answer.status !== 204) all['Content-Length'] = 0;
  // A body that was refused unread would block the connection: say that it ends here.
  if (!incoming.complete && incoming.method !== 'GET' && incoming.method !== 'HEAD')
    all['Connection'] = 'close';
  outgoing.writeHead(answer.status, { ...all, ...answer.headers });
  outgoing.end(bytes);
}
