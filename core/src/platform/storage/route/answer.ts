import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** On every answer: what was uploaded never runs, is not guessed at, and stays out of caches. */
const guards = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
};

const mostToDiscard = 64 * 1024 * 1024;

/** Begins an answer; the body, if any, is the caller's. */
export function begin(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { ...headers, ...guards });
}

/**
 * Answers with a line of text. A body that is still on its way is read and dropped up to a limit, because
 * browsers show a broken connection, and not the answer, when nobody reads what they send.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  let discarded = 0;
  request.on('error', () => undefined);
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > mostToDiscard) request.destroy();
  });
  request.resume();
  const body = Buffer.from(`${text}\n`);
  const type = 'text/plain; charset=utf-8';
  begin(response, status, { 'content-type': type, 'content-length': body.length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}
