import { IncomingMessage } from 'node:http';
import type { Client } from 'minio';

import { assertKey, assertPrefix } from '../keys';
import { handOut } from '../outgoing-body';
import { StorageError } from '../storage-error';
import type { ByteRange, GetOptions, ListedObject, ObjectFacts, OpenObject } from '../types';
import { call } from './connection';

export interface Bucket {
  client: Client;
  name: string;
}

const anyType = 'application/octet-stream';
const pageOfKeys = 1000;

function open({ client, name }: Bucket, key: string, range: ByteRange | undefined) {
  if (!range) return client.getObject(name, key);
  const { start, end } = range;
  if (start < 0 || (end ?? start) < start) {
    throw new StorageError('invalid-range', 'The object has no such bytes.');
  }
  // To the client a length of 0 means the rest, and 0 for both means no range at all.
  return client.getPartialObject(name, key, start, end === undefined ? 0 : end - start + 1);
}

export async function getObject(
  bucket: Bucket,
  key: string,
  { range, signal }: GetOptions,
): Promise<OpenObject> {
  assertKey(key);
  const body = await call(async () => open(bucket, key, range), { signal });
  if (!(body instanceof IncomingMessage)) throw new TypeError('The client returned no HTTP response.');
  handOut(body, signal);
  const { 'content-length': length, 'content-type': contentType = anyType, etag } = body.headers;
  const bytes = Number(length);
  const total = /\/(\d+)$/.exec(body.headers['content-range'] ?? '')?.[1];
  const totalBytes = total === undefined ? bytes : Number(total);
  return { body, bytes, totalBytes, contentType, etag: etag?.replaceAll('"', '') };
}

export async function headObject({ client, name }: Bucket, key: string): Promise<ObjectFacts> {
  assertKey(key);
  const { size, etag, lastModified, metaData } = await call(() => client.statObject(name, key));
  const contentType: unknown = metaData['content-type'];
  return {
    bytes: size,
    contentType: typeof contentType === 'string' ? contentType : anyType,
    etag,
    modifiedAt: lastModified,
  };
}

export async function* listObjects({ client, name }: Bucket, prefix: string): AsyncGenerator<ListedObject> {
  assertPrefix(prefix);
  for (let continuation = '', more = true; more;) {
    const from = continuation;
    const page = await call(() => client.listObjectsV2Query(name, prefix, from, '', pageOfKeys, ''));
    for (const object of page.objects) {
      if (object.name === undefined) continue;
      yield { key: object.name, bytes: object.size, modifiedAt: object.lastModified };
    }
    continuation = page.nextContinuationToken;
    more = page.isTruncated;
  }
}
