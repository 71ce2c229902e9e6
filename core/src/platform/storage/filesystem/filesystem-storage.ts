import { access, constants, mkdir } from 'node:fs/promises';
import { downloadName } from '../content-disposition';
import { assertExpiry, assertKey, contentTypeOf } from '../keys';
import { filesystemUrl } from '../signed-url';
import type {
  FilesystemSettings,
  PresignGetOptions,
  PresignPutOptions,
  Storage,
  StorageOptions,
  UploadTarget,
} from '../types';
import { removeFile, removeOlderFiles } from './disk';
import { foldersIn, onDisk, pathOf, type Folders } from './folders';
import { getObject, headObject, listObjects } from './read';
import { copyObject, putObject } from './write';

const shortestSigningKey = 16;

function linksOf({ publicUrl, signingKey }: FilesystemSettings, now: () => Date) {
  const expiry = (seconds: number) => {
    assertExpiry(seconds);
    return Math.floor(now().getTime() / 1000) + seconds;
  };
  return {
    async presignPut(key: string, options: PresignPutOptions): Promise<UploadTarget> {
      assertKey(key);
      const contentType = contentTypeOf(options.contentType);
      const expires = expiry(options.expiresSeconds);
      const { maxBytes } = options;
      const url = filesystemUrl(publicUrl, signingKey, {
        method: 'PUT',
        key,
        expires,
        contentType,
        maxBytes,
      });
      return { url, method: 'PUT', headers: { 'content-type': contentType } };
    },
    async presignGet(key: string, options: PresignGetOptions): Promise<string> {
      assertKey(key);
      const contentType = contentTypeOf(options.contentType);
      const expires = expiry(options.expiresSeconds);
      const fileName = downloadName(options.fileName);
      return filesystemUrl(publicUrl, signingKey, { method: 'GET', key, expires, contentType, fileName });
    },
  };
}

async function prepare(folders: Folders): Promise<void> {
  await mkdir(folders.objects, { recursive: true });
  await mkdir(folders.incoming, { recursive: true });
}

async function ping(folders: Folders): Promise<void> {
  await access(folders.objects, constants.W_OK);
  await access(folders.incoming, constants.W_OK);
}

/**
 * Objects as files of one folder, which several processes of one machine may share. Links lead to the
 * object route of the web server. Throws when the signing key is too short to protect them.
 */
export function createFilesystemStorage(settings: FilesystemSettings, options: StorageOptions): Storage {
  if (settings.signingKey.length < shortestSigningKey) {
    throw new RangeError(`The key that signs links needs at least ${shortestSigningKey} characters.`);
  }
  const folders = foldersIn(settings.directory);
  return {
    driver: 'filesystem',
    prepare: () => onDisk(() => prepare(folders)),
    ping: () => onDisk(() => ping(folders)),
    put: (key, body, putOptions) => putObject(folders, key, body, putOptions),
    get: (key, getOptions = {}) => getObject(folders, key, getOptions),
    head: (key) => headObject(folders, key),
    delete: (key) => onDisk(async () => removeFile(pathOf(folders, key), folders.objects)),
    copy: (fromKey, toKey) => copyObject(folders, fromKey, toKey),
    list: (prefix) => listObjects(folders, prefix),
    ...linksOf(settings, options.now ?? (() => new Date())),
    sweep: (before) => onDisk(() => removeOlderFiles(folders.incoming, before)),
  };
}
