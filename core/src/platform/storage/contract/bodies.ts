import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Storage } from '../types';

export const KiB = 1024;
export const MiB = 1024 * KiB;

const pattern = randomBytes(MiB + 7);

/** Bytes that differ from place to place, so that a swapped or repeated part shows. */
export function sampleBytes(length: number, seed = 0): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += pattern.length) pattern.copy(bytes, at);
  for (let at = 0; at + 8 <= length; at += 64 * KiB) bytes.writeDoubleBE(at + seed, at);
  return bytes;
}

/** A stream that does not say how long it is. */
export function streamOf(bytes: Buffer, chunk = 64 * KiB): Readable {
  function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  return Readable.from(chunks(), { objectMode: false });
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export async function readObject(storage: Storage, key: string): Promise<Buffer> {
  const { body } = await storage.get(key);
  return buffer(body);
}

export async function keysOf(storage: Storage, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(prefix)) keys.push(key);
  return keys;
}
