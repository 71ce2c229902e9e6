import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { assertPrefix } from '../keys';
import { handOut } from '../outgoing-body';
import { isStorageError, objectNotFound, StorageError, throwIfAborted } from '../storage-error';
import type { ByteRange, GetOptions, ListedObject, ObjectFacts, OpenObject } from '../types';
import { isSystemError } from './disk';
import { onDisk, pathOf, type Folders } from './folders';
import { readFacts } from './object-file';
import { walkKeys } from './walk';

const readBuffer = 256 * 1024;

async function openFile(folders: Folders, key: string): Promise<FileHandle> {
  try {
    return await open(pathOf(folders, key), 'r');
  } catch (error) {
    throw isSystemError(error, 'ENOENT') ? objectNotFound(key, error) : error;
  }
}

function lastByte({ start, end }: ByteRange, totalBytes: number): number {
  const last = Math.min(end ?? totalBytes - 1, totalBytes - 1);
  if (start < 0 || start > last) throw new StorageError('invalid-range', 'The object has no such bytes.');
  return last;
}

async function bodyOf(file: FileHandle, totalBytes: number, range: ByteRange | undefined) {
  if (totalBytes === 0 && !range) {
    await file.close();
    return { body: Readable.from([]), bytes: 0 };
  }
  const start = range?.start ?? 0;
  const end = lastByte({ start, end: range?.end }, totalBytes);
  return { body: file.createReadStream({ start, end, highWaterMark: readBuffer }), bytes: end - start + 1 };
}

export function getObject(folders: Folders, key: string, { range, signal }: GetOptions): Promise<OpenObject> {
  return onDisk(async () => {
    const file = await openFile(folders, key);
    try {
      const { bytes: totalBytes, contentType, sha256: etag } = await readFacts(file);
      throwIfAborted(signal);
      const { body, bytes } = await bodyOf(file, totalBytes, range);
      handOut(body, signal);
      return { body, bytes, totalBytes, contentType, etag };
    } catch (error) {
      await file.close();
      throw error;
    }
  });
}

export function headObject(folders: Folders, key: string): Promise<ObjectFacts> {
  return onDisk(async () => {
    const file = await openFile(folders, key);
    try {
      const { bytes, contentType, sha256: etag, modifiedAt } = await readFacts(file);
      return { bytes, contentType, etag, modifiedAt };
    } finally {
      await file.close();
    }
  });
}

async function listed(folders: Folders, key: string): Promise<ListedObject | undefined> {
  try {
    const { bytes, modifiedAt } = await headObject(folders, key);
    return { key, bytes, modifiedAt };
  } catch (error) {
    // Deleted between being seen and being read.
    if (isStorageError(error, 'not-found')) return undefined;
    throw error;
  }
}

export async function* listObjects(folders: Folders, prefix: string): AsyncGenerator<ListedObject> {
  assertPrefix(prefix);
  const keys = walkKeys(folders.objects, prefix);
  for (;;) {
    const next = await onDisk(() => keys.next());
    if (next.done) return;
    const object = await listed(folders, next.value);
    if (object) yield object;
  }
}
