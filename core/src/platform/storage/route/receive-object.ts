import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished, PassThrough, type Readable } from 'node:stream';
import type { LinkGrant } from '../signed-url';
import { contentTypeOf } from '../keys';
import type { Storage } from '../types';
import { begin, refuse } from './answer';

type Upload = Extract<LinkGrant, { method: 'PUT' }>;

/** The request's body apart from the request, whose connection must outlive a body that is refused. */
function bodyOf(request: IncomingMessage): Readable {
  const body = new PassThrough();
  finished(request, { writable: false }, (error) => {
    if (error) body.destroy(error);
  });
  return request.pipe(body);
}

/** Answers PUT of a signed upload: the signed type, at most the signed number of bytes, all or nothing. */
export async function receiveObject(
  request: IncomingMessage,
  response: ServerResponse,
  storage: Storage,
  grant: Upload,
): Promise<void> {
  const { 'content-type': type, 'content-length': length } = request.headers;
  if (contentTypeOf(type ?? '') !== grant.contentType) {
    return refuse(request, response, 415, 'The link is for another type of file.');
  }
  const bytes = length === undefined ? undefined : Number(length);
  if ((bytes ?? 0) > grant.maxBytes) return refuse(request, response, 413, 'The file is too large.');
  const { contentType, maxBytes } = grant;
  const { sha256 } = await storage.put(grant.key, bodyOf(request), { contentType, bytes, maxBytes });
  begin(response, 200, { etag: `"${sha256}"`, 'content-length': 0 });
  response.end();
}
