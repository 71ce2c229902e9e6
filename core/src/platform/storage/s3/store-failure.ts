import { S3Error } from 'minio';
import { aborted, isStorageError, StorageError, type StorageErrorCode } from '../storage-error';

const codes: Record<string, StorageErrorCode> = {
  NoSuchKey: 'not-found',
  NotFound: 'not-found',
  InvalidRange: 'invalid-range',
  EntityTooLarge: 'too-large',
};

const passingFaults = new Set(['InternalError', 'RequestTimeout', 'ServiceUnavailable', 'SlowDown']);

/** Whether the same request may well succeed soon: no answer, a broken connection, or a busy store. */
export function isTransient(error: unknown): boolean {
  if (isStorageError(error) || error instanceof TypeError) return false;
  return !(error instanceof S3Error) || passingFaults.has(error.code ?? '');
}

/** Any failure of a request as a StorageError. */
export function storeFailure(error: unknown, signal?: AbortSignal): StorageError {
  if (isStorageError(error)) return error;
  if (signal?.aborted) return aborted(signal.reason);
  const said = error instanceof S3Error ? (error.code ?? '') : '';
  const reason = said === '' ? 'The object store did not answer.' : `The object store answered ${said}.`;
  return new StorageError(codes[said] ?? 'unavailable', reason, error);
}
