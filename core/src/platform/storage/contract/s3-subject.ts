import { randomUUID } from 'node:crypto';
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import { createStorage } from '../create-storage';
import { connect } from '../s3/connection';
import type { S3Settings } from '../types';
import type { Subject } from './subject';

type Target = Omit<S3Settings, 'bucket' | 'driver'>;

/** The store of the TEST_S3_* settings, or nothing when there is none. */
export function s3UnderTest(settings: NodeJS.ProcessEnv): Target | undefined {
  const { TEST_S3_ENDPOINT: endpoint, TEST_S3_REGION: region = 'us-east-1' } = settings;
  if (!endpoint) return undefined;
  const { TEST_S3_ACCESS_KEY: accessKey = '', TEST_S3_SECRET_KEY: secretKey = '' } = settings;
  return { endpoint, region, accessKey, secretKey, pathStyle: settings.TEST_S3_PATH_STYLE !== 'false' };
}

/** Passes connections on and counts what goes towards the store. Signed host names stay as they are sent. */
async function countingProxy(endpoint: string) {
  const { hostname, port } = new URL(endpoint);
  const sockets = new Set<Socket>();
  let received = 0;
  const server = createServer((near) => {
    const far = dial(Number(port || 80), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket) && other.destroy());
    }
    near.on('data', (chunk) => (received += chunk.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, received: () => received, close };
}

async function removeBucket(settings: S3Settings): Promise<void> {
  const client = connect(settings, settings.endpoint);
  const { bucket } = settings;
  const names: string[] = [];
  for await (const { key } of createStorage(settings).list('')) names.push(key);
  if (names.length > 0) await client.removeObjects(bucket, names);
  await client.removeBucket(bucket);
}

/** The S3 driver on a bucket of its own, behind a proxy that counts. */
export async function openS3Subject(target: Target): Promise<Subject & { settings: S3Settings }> {
  const proxy = await countingProxy(target.endpoint);
  const bucket = `contract-${randomUUID()}`;
  const settings: S3Settings = { ...target, driver: 's3', bucket, endpoint: proxy.url };
  const client = connect(settings, target.endpoint);
  return {
    settings,
    open: (options) => createStorage(settings, options),
    leftovers: async (key) => {
      const { uploads } = await client.listIncompleteUploadsQuery(bucket, key, '', '', '');
      return uploads.length;
    },
    received: proxy.received,
    close: async () => {
      await removeBucket({ ...settings, endpoint: target.endpoint });
      await proxy.close();
    },
  };
}
