import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { assertKey } from '../keys';
import { isStorageError, StorageError } from '../storage-error';

/** Ends the file name of every object. No key contains it, so key `a` and folder `a/` do not collide. */
export const objectSuffix = '~';

/** Finished objects and half-done ones, on one file system so that a rename moves between them. */
export interface Folders {
  objects: string;
  incoming: string;
}

export const foldersIn = (directory: string): Folders => ({
  objects: resolve(directory, 'objects'),
  incoming: resolve(directory, 'incoming'),
});

/** Path of the object's file. Throws `invalid-key`. */
export function pathOf(folders: Folders, key: string): string {
  assertKey(key);
  return join(folders.objects, ...key.split('/')) + objectSuffix;
}

export const incomingPath = (folders: Folders) => join(folders.incoming, randomUUID());

/** Any failure of the disk as a StorageError. */
export function diskFailure(error: unknown): StorageError {
  if (isStorageError(error)) return error;
  return new StorageError('unavailable', 'The folder of stored objects could not be used.', error);
}

/** Runs work on the disk; whatever fails in it is a StorageError. */
export async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw diskFailure(error);
  }
}
