import { createInflateRaw, crc32 } from 'node:zlib';
import { pipeline } from 'node:stream';
import { fileBytes, isZlibError, tooLarge } from '../bytes';
import { ImportFileError } from '../errors';
import type { ReaderLimits } from '../format';
import type { OpenFile } from '../open-file';

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Of the local header, from the start of the file. */
  offset: number;
}

const TAIL_BYTES = 2 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const LOCAL_HEADER_BYTES = 30;

/**
 * The directory of a ZIP file (APPNOTE.TXT 4.3), which stands at its end. Streams the file once with flat memory.
 * Throws `corrupt-xlsx`, `binary` for an encrypted one, and `too-large` when the parts announce too much.
 */
export async function zipDirectory(
  open: OpenFile,
  limits: ReaderLimits,
  signal?: AbortSignal,
): Promise<ZipEntry[]> {
  const { tail, size } = await readTail(open, limits, signal);
  const start = size - tail.length;
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > tail.length) throw corruptXlsx('the end of the workbook is missing');
  let count = tail.readUInt16LE(end + 10);
  let directory = tail.readUInt32LE(end + 16);
  if (directory === 0xffffffff || count === 0xffff) {
    const zip64 = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]), end);
    if (zip64 === -1 || zip64 + 56 > end) throw corruptXlsx('the directory is damaged');
    count = Number(tail.readBigUInt64LE(zip64 + 32));
    directory = Number(tail.readBigUInt64LE(zip64 + 48));
  }
  if (count > MAX_ENTRIES) throw corruptXlsx('too many parts');
  if (directory < start || directory > start + end) throw corruptXlsx('the directory is damaged');
  const entries = parseDirectory(tail.subarray(directory - start, end), count);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > limits.maxUnpackedBytes) throw tooLarge('unpacked', limits.maxUnpackedBytes);
  return entries;
}

async function readTail(open: OpenFile, limits: ReaderLimits, signal?: AbortSignal) {
  const chunks: Buffer[] = [];
  let [size, kept] = [0, 0];
  for await (const chunk of fileBytes(open, { compression: 'none', limits, signal })) {
    size += chunk.length;
    kept += chunk.length;
    chunks.push(chunk);
    for (let first = chunks[0]; first && kept - first.length >= TAIL_BYTES; first = chunks[0]) {
      kept -= first.length;
      chunks.shift();
    }
  }
  return { tail: Buffer.concat(chunks), size };
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let pos = 0;
  for (let index = 0; index < count; index++) {
    if (pos + 46 > bytes.length || bytes.readUInt32LE(pos) !== 0x02014b50) {
      throw corruptXlsx('the directory is damaged');
    }
    const nameBytes = bytes.readUInt16LE(pos + 28);
    const extraBytes = bytes.readUInt16LE(pos + 30);
    const next = pos + 46 + nameBytes + extraBytes + bytes.readUInt16LE(pos + 32);
    if (next > bytes.length) throw corruptXlsx('the directory is damaged');
    if ((bytes.readUInt16LE(pos + 8) & 1) === 1) {
      throw new ImportFileError('binary', { hint: 'protected-xlsx', detail: 'the workbook is encrypted' });
    }
    const name = bytes.toString('utf8', pos + 46, pos + 46 + nameBytes);
    const extra = bytes.subarray(pos + 46 + nameBytes, pos + 46 + nameBytes + extraBytes);
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      method: bytes.readUInt16LE(pos + 10),
      crc: bytes.readUInt32LE(pos + 16),
      ...sizes(bytes, pos, extra),
    });
    pos = next;
  }
  return entries;
}

/** Numbers that do not fit 32 bits stand in the Zip64 extra field, in this order (APPNOTE.TXT 4.5.3). */
function sizes(bytes: Buffer, pos: number, extra: Buffer) {
  const values = [bytes.readUInt32LE(pos + 24), bytes.readUInt32LE(pos + 20), bytes.readUInt32LE(pos + 42)];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const [index, value] of values.entries()) {
      if (value !== 0xffffffff || field + 8 > extra.length) continue;
      values[index] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = values;
  return { unpackedBytes, packedBytes, offset };
}

/**
 * The content of one part; its size and checksum are verified against the directory. Throws `corrupt-xlsx`, and
 * `too-large` as soon as it unpacks to more than announced.
 */
export async function* zipPart(
  open: OpenFile,
  entry: ZipEntry,
  limits: ReaderLimits,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) throw corruptXlsx('an unknown compression');
  const packed = packedPart(fileBytes(open, { compression: 'none', limits, signal }), entry);
  let [size, crc] = [0, 0];
  for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
    size += chunk.length;
    if (size > entry.unpackedBytes) throw tooLarge('one part of the workbook', entry.unpackedBytes);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.unpackedBytes || crc !== entry.crc)
    throw corruptXlsx('a part of the workbook is damaged');
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  // The callback has nothing to add: every fault also reaches the loop below.
  pipeline(packed, inflate, () => {});
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    throw isZlibError(error) ? corruptXlsx('a part of the workbook is damaged') : error;
  }
}

async function* packedPart(file: AsyncIterable<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  let toSkip = entry.offset;
  let toTake = entry.packedBytes;
  let header: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of file) {
    let bytes = chunk;
    if (toSkip >= bytes.length) {
      toSkip -= bytes.length;
      continue;
    }
    bytes = bytes.subarray(toSkip);
    toSkip = 0;
    if (header !== undefined) {
      header = Buffer.concat([header, bytes]);
      if (header.length < LOCAL_HEADER_BYTES) continue;
      if (header.readUInt32LE(0) !== 0x04034b50) throw corruptXlsx('a part of the workbook is missing');
      const dataAt = LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
      if (header.length < dataAt) continue;
      bytes = header.subarray(dataAt);
      header = undefined;
    }
    const taken = bytes.subarray(0, toTake);
    toTake -= taken.length;
    if (taken.length > 0) yield taken;
    if (toTake === 0) return;
  }
  throw corruptXlsx('the workbook is cut off');
}

export function corruptXlsx(detail: string): ImportFileError {
  return new ImportFileError('corrupt-xlsx', { detail });
}
