export { attachment } from './content-disposition';
export { createStorage } from './create-storage';
export { createObjectRoute, type ObjectRoute } from './route/object-route';
export { filesystemUrl, verifySignedUrl, type LinkGrant, type Verdict } from './signed-url';
export { isStorageError, StorageError, storageErrorCodes, type StorageErrorCode } from './storage-error';
export type * from './types';
