import type { Client } from 'minio';
import type { IncomingBody } from '../incoming-body';
import { StorageError } from '../storage-error';
import type { PutOptions, PutResult } from '../types';
import { call } from './connection';

/** Bytes of one part, and of memory for one upload. S3 wants at least 5 MiB and at most 10,000 parts. */
export const partBytes = 8 * 1024 * 1024;
const mostParts = 10_000;

export interface UploadTarget {
  client: Client;
  bucket: string;
  key: string;
  contentType: string;
}

interface Part {
  bytes: Buffer;
  last: boolean;
}

/** Cuts a body into parts in one buffer, which is filled again once its part has been taken care of. */
async function* cut(body: IncomingBody, size: number): AsyncGenerator<Part, void, undefined> {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of body.chunks()) {
    for (let rest = chunk; rest.length > 0;) {
      if (filled === size) {
        yield { bytes: buffer, last: false };
        filled = 0;
      }
      const taken = rest.copy(buffer, filled);
      filled += taken;
      rest = rest.subarray(taken);
    }
  }
  yield { bytes: buffer.subarray(0, filled), last: true };
}

const headersOf = ({ contentType }: UploadTarget) => ({ 'Content-Type': contentType });

// What makes the object visible is not interrupted, so that an aborted put has never become visible.
async function putWhole(target: UploadTarget, bytes: Buffer): Promise<void> {
  const { client, bucket, key } = target;
  await call(() => client.putObject(bucket, key, bytes, bytes.length, headersOf(target)));
}

interface PartsUpload extends UploadTarget {
  id: string;
  etags: { part: number; etag: string }[];
}

async function begin(target: UploadTarget, signal: AbortSignal | undefined): Promise<PartsUpload> {
  const { client, bucket, key } = target;
  const start = () => client.initiateNewMultipartUpload(bucket, key, headersOf(target));
  return { ...target, id: await call(start, { signal }), etags: [] };
}

async function sendPart(upload: PartsUpload, bytes: Buffer, signal: AbortSignal | undefined): Promise<void> {
  const partNumber = upload.etags.length + 1;
  if (partNumber > mostParts) {
    throw new StorageError('too-large', `The body is longer than ${mostParts} parts of ${partBytes} bytes.`);
  }
  const { client, bucket: bucketName, key: objectName } = upload;
  const uploadID = encodeURIComponent(upload.id);
  const send = () => client.uploadPart({ bucketName, objectName, uploadID, partNumber, headers: {} }, bytes);
  const { etag } = await call(send, { signal });
  upload.etags.push({ part: partNumber, etag });
}

async function complete({ client, bucket, key, id, etags }: PartsUpload): Promise<void> {
  await call(() => client.completeMultipartUpload(bucket, key, id, etags), { retry: false });
}

/** Frees the parts. What cannot be freed now is left to the sweep; the first failure is the one to tell. */
async function discard({ client, bucket, key, id }: PartsUpload): Promise<void> {
  await call(() => client.abortMultipartUpload(bucket, key, encodeURIComponent(id))).catch(() => undefined);
}

/**
 * Uploads a body of any length: in one request when it fits one part, else part by part. The client's own
 * stream upload resumes whatever unfinished upload of the key it finds, so two at a time would mix.
 */
export async function upload(
  target: UploadTarget,
  body: IncomingBody,
  { bytes, maxBytes, signal }: PutOptions,
): Promise<PutResult> {
  const size = Math.max(1, Math.min(bytes ?? partBytes, maxBytes ?? partBytes, partBytes));
  const pieces = cut(body, size);
  const first = await pieces.next();
  if (first.done || first.value.last) {
    const result = body.finish();
    await putWhole(target, first.value?.bytes ?? Buffer.alloc(0));
    return result;
  }
  const parts = await begin(target, signal);
  try {
    await sendPart(parts, first.value.bytes, signal);
    for await (const piece of pieces) await sendPart(parts, piece.bytes, signal);
    const result = body.finish();
    await complete(parts);
    return result;
  } catch (error) {
    await discard(parts);
    throw error;
  }
}
