import type { IncomingMessage } from 'node:http';
import { AppError } from '@countinghouse/core/platform/errors';
import { HttpFault } from './problem';

export const bodyLimit = 1_048_576;

const tooLarge = () => new AppError('too-large', 'The body of a request may have 1 MB at most.');

/**
 * Reads a body of up to 1 MB.
 * @throws AppError `too-large`, without reading the rest
 */
export function readBody(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > bodyLimit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bodyLimit) {
        incoming.pause();
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    incoming.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    const cutShort = () => reject(new HttpFault('malformed', 'The body ended too early.'));
    incoming.once('error', cutShort);
    incoming.once('close', cutShort);
  });
}

const isJson = (contentType: string) => /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType);

/** @throws HttpFault `unsupported-media-type` for a body that does not say it is JSON, or is compressed */
export function demandJson(incoming: IncomingMessage): void {
  const { 'content-type': contentType = '', 'content-encoding': encoding = 'identity' } = incoming.headers;
  if (!isJson(contentType) || encoding !== 'identity') {
    const message = 'Send the body as JSON, with Content-Type: application/json and not compressed.';
    throw new HttpFault('unsupported-media-type', message, { 'Accept-Post': 'application/json' });
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws HttpFault `malformed` for what is no JSON */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new HttpFault('malformed', 'The body is not valid JSON.');
  }
}
