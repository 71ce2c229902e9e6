import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifySignedUrl } from '../signed-url';
import { isStorageError, type StorageError } from '../storage-error';
import type { Storage } from '../types';
import { refuse } from './answer';
import { receiveObject } from './receive-object';
import { sendObject } from './send-object';

export type ObjectRoute = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface ObjectRouteOptions {
  storage: Storage;
  /** The key of the filesystem settings. */
  signingKey: string;
  now?: () => Date;
  /** Hears of failures that are the server's, after the client got its 5xx. */
  onError?: (error: unknown) => void;
}

const answers: Partial<Record<StorageError['code'], [status: number, text: string]>> = {
  'not-found': [404, 'There is no such file.'],
  'too-large': [413, 'The file is too large.'],
  'invalid-key': [403, 'The link is not valid.'],
  'invalid-range': [416, 'No such bytes.'],
};

async function serve(options: ObjectRouteOptions, request: IncomingMessage, response: ServerResponse) {
  const { storage, signingKey, now = () => new Date() } = options;
  const method = request.method ?? '';
  if (!['GET', 'HEAD', 'PUT'].includes(method)) {
    return refuse(request, response, 405, 'Not allowed here.', { allow: 'GET, HEAD, PUT' });
  }
  const verdict = verifySignedUrl(signingKey, method, request.url ?? '', now());
  if ('refused' in verdict) {
    const text = verdict.refused === 'expired' ? 'The link has expired.' : 'The link is not valid.';
    return refuse(request, response, 403, text);
  }
  const { grant } = verdict;
  if (grant.method === 'PUT') return receiveObject(request, response, storage, grant);
  return sendObject(request, response, storage, grant);
}

function clientLeft(error: unknown, request: IncomingMessage): boolean {
  if (request.errored || isStorageError(error, 'aborted')) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}

function fail(
  options: ObjectRouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
): void {
  const known = isStorageError(error) ? answers[error.code] : undefined;
  if (!known) options.onError?.(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const [status, text] = known ?? [503, 'Files are not available right now.'];
  refuse(request, response, status, text);
}

/**
 * The door of the filesystem driver, for `/objects/*` of the web server: uploads and downloads by signed
 * link only. Whoever hands out a link has checked permission; this route knows no users. Never rejects.
 */
export function createObjectRoute(options: ObjectRouteOptions): ObjectRoute {
  return async (request, response) => {
    try {
      await serve(options, request, response);
    } catch (error) {
      if (clientLeft(error, request)) response.destroy();
      else fail(options, request, response, error);
    }
  };
}
