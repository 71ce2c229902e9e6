import { createFilesystemStorage } from './filesystem/filesystem-storage';
import { createS3Storage } from './s3/s3-storage';
import type { Storage, StorageOptions, StorageSettings } from './types';

/** The store that the settings ask for. Opens no connection; call `prepare` once at boot. */
export function createStorage(settings: StorageSettings, options: StorageOptions = {}): Storage {
  return settings.driver === 's3'
    ? createS3Storage(settings, options)
    : createFilesystemStorage(settings, options);
}
