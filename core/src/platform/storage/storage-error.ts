/** Every way in which storage fails. `unavailable` covers the store itself: network, rights, disk. */
export const storageErrorCodes = [
  'not-found',
  'too-large',
  'invalid-key',
  'invalid-range',
  'unavailable',
  'aborted',
] as const;

export type StorageErrorCode = (typeof storageErrorCodes)[number];

/** A failure of object storage. The message is for logs; `cause` holds what the disk or the store said. */
export class StorageError extends Error {
  constructor(
    readonly code: StorageErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'StorageError';
  }
}

/** By name, as bundles of one process hold this class several times and share one store. */
export const isStorageError = (error: unknown, code?: StorageErrorCode): error is StorageError =>
  error instanceof Error &&
  error.name === 'StorageError' &&
  (code === undefined || (error as StorageError).code === code);

export const objectNotFound = (key: string, cause?: unknown) =>
  new StorageError('not-found', `There is no object ${key}.`, cause);

export const aborted = (cause?: unknown) => new StorageError('aborted', 'The transfer was aborted.', cause);

/** Throws `aborted` when the signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted(signal.reason);
}
