import { createHash } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';
import { aborted, StorageError, throwIfAborted } from './storage-error';
import type { PutOptions, PutResult } from './types';

/** Body of a put on its way into a store: measured, hashed, and stopped at its limits. */
export interface IncomingBody {
  chunks(): AsyncGenerator<Buffer, void, undefined>;
  /** What went through. Throws when the body was shorter than promised or the put is no longer wanted. */
  finish(): PutResult;
}

function measured(source: Readable, { bytes: promised, maxBytes, signal }: PutOptions): IncomingBody {
  const hash = createHash('sha256');
  const limit = Math.min(promised ?? Infinity, maxBytes ?? Infinity);
  let bytes = 0;
  return {
    async *chunks() {
      for await (const piece of source) {
        const chunk = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as string | Uint8Array);
        bytes += chunk.length;
        if (bytes > limit) throw new StorageError('too-large', `The body is longer than ${limit} bytes.`);
        hash.update(chunk);
        yield chunk;
      }
    },
    finish() {
      throwIfAborted(signal);
      if (promised !== undefined && bytes < promised) {
        throw new StorageError('aborted', `The body ended after ${bytes} of ${promised} bytes.`);
      }
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

function endedEarly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/**
 * Runs a put over its body. Afterwards the body is consumed or destroyed, whatever happened. Failures are
 * told apart: the caller's wish (`aborted`), the body's own error (rethrown), the store (`describe`).
 */
export async function receiveBody<Result>(
  body: Readable | Buffer,
  options: PutOptions,
  store: (incoming: IncomingBody) => Promise<Result>,
  describe: (error: unknown) => StorageError,
): Promise<Result> {
  const source = Buffer.isBuffer(body) ? Readable.from([body]) : body;
  // Heard here so that an error between two reads is not an unhandled one; the loop over it throws it too.
  source.on('error', () => undefined);
  try {
    throwIfAborted(options.signal);
    if (options.signal) addAbortSignal(options.signal, source);
    return await store(measured(source, options));
  } catch (error) {
    source.destroy();
    if (options.signal?.aborted) throw aborted(options.signal.reason);
    if (error === source.errored) throw error;
    throw endedEarly(error) ? aborted(error) : describe(error);
  }
}
