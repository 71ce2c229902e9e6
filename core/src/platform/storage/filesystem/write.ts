import { copyFile, constants, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { receiveBody } from '../incoming-body';
import { contentTypeOf } from '../keys';
import { objectNotFound } from '../storage-error';
import type { PutOptions, PutResult } from '../types';
import { isSystemError, publish } from './disk';
import { diskFailure, incomingPath, onDisk, pathOf, type Folders } from './folders';
import { writeObjectFile } from './object-file';

/** Prepares a file aside and puts it in place in one step, or leaves nothing. */
async function replace<Result>(
  folders: Folders,
  key: string,
  write: (path: string) => Promise<Result>,
): Promise<Result> {
  const target = pathOf(folders, key);
  const aside = incomingPath(folders);
  try {
    const result = await write(aside);
    await publish(aside, target);
    return result;
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

export function putObject(
  folders: Folders,
  key: string,
  body: Readable | Buffer,
  options: PutOptions,
): Promise<PutResult> {
  const contentType = contentTypeOf(options.contentType);
  return receiveBody(
    body,
    options,
    (incoming) => replace(folders, key, (path) => writeObjectFile(path, incoming, contentType)),
    diskFailure,
  );
}

async function copyTo(from: string, to: string, key: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    throw isSystemError(error, 'ENOENT') ? objectNotFound(key, error) : error;
  }
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

export function copyObject(folders: Folders, fromKey: string, toKey: string): Promise<void> {
  return onDisk(() => {
    const from = pathOf(folders, fromKey);
    return replace(folders, toKey, (path) => copyTo(from, path, fromKey));
  });
}
