import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { attachment } from '../content-disposition';
import type { LinkGrant } from '../signed-url';
import type { ObjectFacts, Storage } from '../types';
import { begin, refuse } from './answer';
import { byteRange, type ResolvedRange } from './byte-range';

type Download = Extract<LinkGrant, { method: 'GET' }>;

function isUnchanged(request: IncomingMessage, tag: string): boolean {
  const candidates = (request.headers['if-none-match'] ?? '').split(',').map((text) => text.trim());
  return candidates.some((candidate) => candidate === '*' || candidate.replace(/^W\//, '') === tag);
}

function wantedRange(request: IncomingMessage, tag: string, { bytes }: ObjectFacts) {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== tag) return undefined;
  return byteRange(request.headers.range, bytes);
}

function describe(grant: Download, tag: string) {
  return {
    'content-type': grant.contentType,
    'content-disposition': attachment(grant.fileName),
    'accept-ranges': 'bytes',
    etag: tag,
  };
}

async function stream(
  response: ServerResponse,
  storage: Storage,
  grant: Download,
  range: ResolvedRange | undefined,
): Promise<void> {
  const object = await storage.get(grant.key, { range });
  const headers = { ...describe(grant, `"${object.etag ?? ''}"`), 'content-length': object.bytes };
  if (range) {
    const contentRange = `bytes ${range.start}-${range.start + object.bytes - 1}/${object.totalBytes}`;
    begin(response, 206, { ...headers, 'content-range': contentRange });
  } else {
    begin(response, 200, headers);
  }
  await pipeline(object.body, response);
}

/** Answers GET and HEAD of a signed download: ranges, conditions, always as an attachment (RFC 9110). */
export async function sendObject(
  request: IncomingMessage,
  response: ServerResponse,
  storage: Storage,
  grant: Download,
): Promise<void> {
  const facts = await storage.head(grant.key);
  const tag = `"${facts.etag ?? ''}"`;
  if (isUnchanged(request, tag)) {
    begin(response, 304, { etag: tag });
    response.end();
  } else if (request.method === 'HEAD') {
    begin(response, 200, { ...describe(grant, tag), 'content-length': facts.bytes });
    response.end();
  } else {
    const range = wantedRange(request, tag, facts);
    if (range !== 'unsatisfiable') return stream(response, storage, grant, range);
    refuse(request, response, 416, 'No such bytes.', { 'content-range': `bytes */${facts.bytes}` });
  }
}
