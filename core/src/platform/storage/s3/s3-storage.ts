import { CopyDestinationOptions, CopySourceOptions, type Client } from 'minio';
import { attachment } from '../content-disposition';
import { receiveBody } from '../incoming-body';
import { assertExpiry, assertKey, contentTypeOf } from '../keys';
import { StorageError } from '../storage-error';
import type {
  PresignGetOptions,
  PresignPutOptions,
  S3Settings,
  Storage,
  StorageOptions,
  UploadTarget,
} from '../types';
import { call, connect } from './connection';
import { getObject, headObject, listObjects, type Bucket } from './read';
import { storeFailure } from './store-failure';
import { upload } from './upload';

const pingMs = 5_000;

async function prepare({ client, name }: Bucket, region: string): Promise<void> {
  if (await call(() => client.bucketExists(name))) return;
  try {
    await call(() => client.makeBucket(name, region));
  } catch (error) {
    // Another process may have been faster; whose bucket it is shows in whether we see it.
    if (!(await call(() => client.bucketExists(name)))) throw error;
  }
}

async function ping({ client, name }: Bucket): Promise<void> {
  const signal = AbortSignal.timeout(pingMs);
  const exists = await call(() => client.bucketExists(name), { signal, retry: false }).catch(
    (error: unknown) => {
      throw new StorageError('unavailable', 'The object store does not answer.', error);
    },
  );
  if (!exists) throw new StorageError('unavailable', `There is no bucket ${name}.`);
}

async function copy({ client, name }: Bucket, fromKey: string, toKey: string): Promise<void> {
  assertKey(fromKey);
  assertKey(toKey);
  const from = new CopySourceOptions({ Bucket: name, Object: fromKey });
  const to = new CopyDestinationOptions({ Bucket: name, Object: toKey });
  // S3 refuses to copy an object onto itself; what is left of it is that the object must exist.
  if (fromKey === toKey) await call(() => client.statObject(name, fromKey));
  else await call(() => client.copyObject(from, to));
}

async function sweep({ client, name }: Bucket, before: Date): Promise<number> {
  let removed = 0;
  for (let key = '', id = '', more = true; more;) {
    const [afterKey, afterId] = [key, id];
    const page = await call(() => client.listIncompleteUploadsQuery(name, '', afterKey, afterId, ''));
    for (const { key: uploadKey, uploadId, initiated } of page.uploads) {
      if (initiated >= before) continue;
      await call(() => client.abortMultipartUpload(name, uploadKey, encodeURIComponent(uploadId)));
      removed += 1;
    }
    [key, id, more] = [page.nextKeyMarker, page.nextUploadIdMarker, page.isTruncated];
  }
  return removed;
}

function linksOf(signer: Client, bucket: string, now: () => Date) {
  return {
    async presignPut(key: string, options: PresignPutOptions): Promise<UploadTarget> {
      assertKey(key);
      assertExpiry(options.expiresSeconds);
      const url = await signer.presignedUrl('PUT', bucket, key, options.expiresSeconds, {}, now());
      return { url, method: 'PUT', headers: { 'content-type': contentTypeOf(options.contentType) } };
    },
    async presignGet(key: string, options: PresignGetOptions): Promise<string> {
      assertKey(key);
      assertExpiry(options.expiresSeconds);
      const overrides = {
        'response-content-type': contentTypeOf(options.contentType),
        'response-content-disposition': attachment(options.fileName),
        'response-cache-control': 'private, no-store',
      };
      return signer.presignedUrl('GET', bucket, key, options.expiresSeconds, overrides, now());
    },
  };
}

/** Objects in a bucket of any S3-compatible store. Links lead straight to the store. */
export function createS3Storage(settings: S3Settings, options: StorageOptions): Storage {
  const client = connect(settings, settings.endpoint);
  const { publicEndpoint, bucket: name } = settings;
  const bucket: Bucket = { client, name };
  const signer = publicEndpoint === undefined ? client : connect(settings, publicEndpoint);
  return {
    driver: 's3',
    prepare: () => prepare(bucket, settings.region),
    ping: () => ping(bucket),
    put: (key, body, putOptions) => {
      const contentType = contentTypeOf(putOptions.contentType);
      const store = async (incoming: Parameters<typeof upload>[1]) => {
        assertKey(key);
        return upload({ client, bucket: name, key, contentType }, incoming, putOptions);
      };
      return receiveBody(body, putOptions, store, storeFailure);
    },
    get: (key, getOptions = {}) => getObject(bucket, key, getOptions),
    head: (key) => headObject(bucket, key),
    delete: async (key) => {
      assertKey(key);
      await call(() => client.removeObject(name, key));
    },
    copy: (fromKey, toKey) => copy(bucket, fromKey, toKey),
    list: (prefix) => listObjects(bucket, prefix),
    ...linksOf(signer, name, options.now ?? (() => new Date())),
    sweep: (before) => sweep(bucket, before),
  };
}
