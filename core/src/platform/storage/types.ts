import type { Readable } from 'node:stream';

export interface FilesystemSettings {
  driver: 'filesystem';
  directory: string;
  /** Base URL of the web server, under which the object route is mounted. */
  publicUrl: string;
  /** Secret that signs upload and download links; at least 16 characters. */
  signingKey: string;
}

export interface S3Settings {
  driver: 's3';
  /** URL of the store as this process reaches it, such as `http://minio:9000`. */
  endpoint: string;
  /** URL of the store as browsers reach it, where it differs. */
  publicEndpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  /** `host/bucket/key` (MinIO, most others) and not `bucket.host/key`. */
  pathStyle: boolean;
}

export type StorageSettings = FilesystemSettings | S3Settings;

export interface StorageOptions {
  /** Clock for the expiry of links. */
  now?: () => Date;
}

export interface PutOptions {
  /** Anything that is not a media type is kept as `application/octet-stream`. */
  contentType: string;
  /** Exact length, where it is known; a body of any other length fails. */
  bytes?: number | undefined;
  /** Longest body that is accepted. */
  maxBytes?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface PutResult {
  bytes: number;
  /** SHA-256 of the body, lower-case hexadecimal. */
  sha256: string;
}

/** Positions of the first and the last byte, both included; without an end the rest. */
export interface ByteRange {
  start: number;
  end?: number | undefined;
}

export interface GetOptions {
  range?: ByteRange | undefined;
  signal?: AbortSignal | undefined;
}

export interface ObjectFacts {
  /** Length of the whole object. */
  bytes: number;
  contentType: string;
  /** Opaque version of the content, without quotes. */
  etag?: string | undefined;
  modifiedAt: Date;
}

export interface OpenObject {
  /** To be read to its end or destroyed. */
  body: Readable;
  /** Length of this body; shorter than `totalBytes` when a range was asked for. */
  bytes: number;
  totalBytes: number;
  contentType: string;
  etag?: string | undefined;
}

export interface ListedObject {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

export interface UploadTarget {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}

export interface PresignPutOptions {
  contentType: string;
  maxBytes: number;
  /** 1 second to 7 days. */
  expiresSeconds: number;
}

export interface PresignGetOptions {
  /** Name that the downloaded file gets; any text. */
  fileName: string;
  contentType: string;
  /** 1 second to 7 days. */
  expiresSeconds: number;
}

/**
 * Objects by key. Keys are lower-case letters, digits and `/ . _ -`; a key is not also the folder of
 * another, because MinIO lists only the one. Every failure of the store is a `StorageError`; an error of
 * the body that was handed in comes back as it is.
 */
export interface Storage {
  readonly driver: StorageSettings['driver'];
  /** Creates what is missing: the folders, the bucket. */
  prepare(): Promise<void>;
  /** Throws `unavailable` unless the store answers. */
  ping(): Promise<void>;
  /**
   * Stores or replaces an object, reading the body only as fast as it is stored. All or nothing: until it
   * is complete, and when it fails, others see what was there before.
   */
  put(key: string, body: Readable | Buffer, options: PutOptions): Promise<PutResult>;
  get(key: string, options?: GetOptions): Promise<OpenObject>;
  head(key: string): Promise<ObjectFacts>;
  /** Also succeeds when there is no such object. */
  delete(key: string): Promise<void>;
  /** Replaces the target. Objects of up to 5 GB. */
  copy(fromKey: string, toKey: string): Promise<void>;
  /** Everything whose key begins with the prefix, in the byte order of the keys. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /**
   * A link for one upload by a browser. The filesystem refuses more than `maxBytes` and another type; an S3
   * store cannot, so whoever accepts the upload checks `head`. Until it expires, a link can be used again.
   */
  presignPut(key: string, options: PresignPutOptions): Promise<UploadTarget>;
  /** A link for a download as an attachment. */
  presignGet(key: string, options: PresignGetOptions): Promise<string>;
  /** Removes half-done uploads that were started before then and abandoned; returns how many. */
  sweep(before: Date): Promise<number>;
}
