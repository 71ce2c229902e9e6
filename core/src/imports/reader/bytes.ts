import { addAbortSignal, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFileError } from './errors';
import type { ReaderLimits } from './format';
import type { OpenFile } from './open-file';

const CHUNK_BYTES = 64 * 1024;

export interface BytesOptions {
  compression: 'none' | 'gzip';
  limits: ReaderLimits;
  signal?: AbortSignal | undefined;
  /** Told about every chunk of the file as stored, before decompression. */
  onRawBytes?: (bytes: number) => void;
}

/**
 * The bytes of the file, unpacked. Throws `too-large` and `truncated-gzip`; faults of the stream that `open`
 * returned, and the reason of the signal, pass through unchanged.
 */
export async function* fileBytes(open: OpenFile, options: BytesOptions): AsyncGenerator<Buffer> {
  const { limits, signal } = options;
  signal?.throwIfAborted();
  const source = await open();
  if (signal) addAbortSignal(signal, source);
  try {
    let unpacked = 0;
    for await (const chunk of unpack(source, options)) {
      unpacked += chunk.length;
      if (unpacked > limits.maxUnpackedBytes) throw tooLarge('unpacked', limits.maxUnpackedBytes);
      yield chunk;
    }
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    source.destroy();
  }
}

async function* unpack(source: Readable, options: BytesOptions): AsyncGenerator<Buffer> {
  if (options.compression === 'none') {
    yield* counted(source, options);
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // The callback has nothing to add: every fault also reaches the loop below.
  pipeline(
    source,
    (chunks: AsyncIterable<Buffer>) => counted(chunks, options),
    gunzip,
    () => {},
  );
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw isZlibError(error)
      ? new ImportFileError('truncated-gzip', { detail: 'the compressed file is cut off or damaged' })
      : error;
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, options: BytesOptions): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > options.limits.maxBytes) throw tooLarge('as uploaded', options.limits.maxBytes);
    options.onRawBytes?.(chunk.length);
    yield chunk;
  }
}

/** True for the faults that zlib itself reports about the data. */
export function isZlibError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('Z_');
}

export function tooLarge(what: string, limit: number): ImportFileError {
  return new ImportFileError('too-large', { detail: `the file is larger than ${limit} bytes (${what})` });
}
