import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { IncomingBody } from '../incoming-body';
import { StorageError } from '../storage-error';
import type { PutResult } from '../types';

// An object is one file: the body, then its facts as JSON, their length, and a mark. One rename makes body
// and facts visible together, and the body starts where any tool expects it.
const mark = Buffer.from('CHOBJ\u0001\r\n', 'latin1');
const footerBytes = 4 + mark.length;
const longestTrailer = 1024;
const writeBuffer = 1024 * 1024;

const FactsSchema = z.object({
  bytes: z.int().nonnegative(),
  contentType: z.string(),
  sha256: z.string().length(64),
});

export type FileFacts = z.infer<typeof FactsSchema> & { modifiedAt: Date };

function trailer(result: PutResult, contentType: string): Buffer {
  const facts = Buffer.from(JSON.stringify({ ...result, contentType }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(facts.length);
  return Buffer.concat([facts, length, mark]);
}

/** Gathers small chunks, so that a body of many short rows is not written row by row. */
function appendTo(file: FileHandle): Writable {
  return new Writable({
    highWaterMark: writeBuffer,
    write(chunk: Buffer, _encoding, done) {
      file.appendFile(chunk).then(() => done(), done);
    },
    writev(pieces, done) {
      const chunks = pieces.map(({ chunk }) => chunk as Buffer);
      file.appendFile(Buffer.concat(chunks)).then(() => done(), done);
    },
  });
}

/** Writes a new object file and brings it safely to the disk. The caller removes it when this fails. */
export async function writeObjectFile(
  path: string,
  body: IncomingBody,
  contentType: string,
): Promise<PutResult> {
  const file = await open(path, 'wx', 0o640);
  try {
    await pipeline(body.chunks(), appendTo(file));
    const result = body.finish();
    await file.appendFile(trailer(result, contentType));
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

const damaged = () => new StorageError('unavailable', 'A stored object is damaged.');

/** Reads the facts at the end of an object file. Throws `unavailable` when they do not fit the file. */
export async function readFacts(file: FileHandle): Promise<FileFacts> {
  const { size, mtime } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, longestTrailer));
  await file.read(tail, 0, tail.length, size - tail.length);
  const footer = tail.subarray(-footerBytes);
  if (footer.length < footerBytes || !footer.subarray(4).equals(mark)) throw damaged();
  const factsBytes = footer.readUInt32BE();
  const json = tail.subarray(-footerBytes - factsBytes, -footerBytes).toString();
  const facts = FactsSchema.parse(JSON.parse(json));
  if (facts.bytes + factsBytes + footerBytes !== size) throw damaged();
  return { ...facts, modifiedAt: mtime };
}
