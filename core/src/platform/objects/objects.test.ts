import { expect, it } from 'vitest';
import { readConfig } from '../config';
import { createStorage } from '../storage';
import { storageSettings } from './index';

const settings = (S3_PATH_STYLE?: string) =>
  readConfig({
    DATABASE_URL: 'postgresql://app:x@localhost/ch',
    REDIS_URL: 'redis://localhost:6379',
    NEXTAUTH_SECRET: 'a'.repeat(32),
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    S3_ENDPOINT: 'https://s3.example.test',
    S3_BUCKET: 'papers',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
    ...(S3_PATH_STYLE && { S3_PATH_STYLE }),
  });

it.each([
  [undefined, 's3.example.test', '/papers/a'],
  ['1', 's3.example.test', '/papers/a'],
  ['0', 'papers.s3.example.test', '/a'],
])('with S3_PATH_STYLE %s links go to %s%s', async (style, host, path) => {
  const storage = createStorage(storageSettings(settings(style)));
  const link = { contentType: 'text/plain', fileName: 'a', expiresSeconds: 60 };
  expect(new URL(await storage.presignGet('a', link))).toMatchObject({ host, pathname: path });
});
