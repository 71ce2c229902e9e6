import { config, type Config } from '../config';
import { singleton } from '../singleton';
import { createStorage, type Storage, type StorageSettings } from '../storage';

/** The store that a configuration asks for: S3 where an endpoint is set, else a folder. */
export function storageSettings(settings: Config): StorageSettings {
  if (!settings.S3_ENDPOINT) {
    return {
      driver: 'filesystem',
      directory: settings.STORAGE_DIR,
      publicUrl: settings.NEXTAUTH_URL,
      signingKey: settings.NEXTAUTH_SECRET,
    };
  }
  return {
    driver: 's3',
    endpoint: settings.S3_ENDPOINT,
    publicEndpoint: settings.S3_PUBLIC_ENDPOINT,
    region: settings.S3_REGION,
    bucket: settings.S3_BUCKET,
    accessKey: settings.S3_ACCESS_KEY ?? '',
    secretKey: settings.S3_SECRET_KEY ?? '',
    pathStyle: settings.S3_PATH_STYLE,
  };
}

/** The object store of this process. */
export const objects = (): Storage => singleton('objects', () => createStorage(storageSettings(config())));
