import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { MiB, streamOf } from './contract/bodies';
import { createStorage } from './create-storage';
import type { Storage } from './types';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const contentType = 'text/plain';
const unavailable = { name: 'StorageError', code: 'unavailable' };
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

function storageAt(port: number): Storage {
  const keys = { accessKey: 'key', secretKey: 'secret' };
  const endpoint = `http://127.0.0.1:${port}`;
  return createStorage({
    driver: 's3',
    endpoint,
    region: 'eu-1',
    bucket: 'bucket',
    pathStyle: true,
    ...keys,
  });
}

/** A store that gives these answers, one a request, and the last one to all further requests. */
async function failingStore(...answers: Answer[]) {
  const requests: string[] = [];
  const connections = new Set<number | undefined>();
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(`${request.method} ${request.url}`);
    connections.add(request.socket.remotePort);
    request.resume();
    request.on('end', () => answer?.(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { storage: storageAt((server.address() as AddressInfo).port), requests, connections };
}

const busy: Answer = (_request, response) => void response.writeHead(503).end('busy');
const hangUp: Answer = (request) => void request.socket.destroy();
const taken: Answer = (_request, response) => void response.writeHead(200, { etag: '"1"' }).end();
const denied: Answer = (_request, response) =>
  void response.writeHead(403).end('<Error><Code>AccessDenied</Code><Message>no</Message></Error>');

it.each([
  ['answers 503', busy],
  ['hangs up', hangUp],
])('asks again when the store %s', async (_name, fault) => {
  const { storage, requests } = await failingStore(fault, fault, taken);
  await storage.put('a', Buffer.from('body'), { contentType });
  expect(requests).toEqual(Array(3).fill('PUT /bucket/a'));
});

it('gives up on a store that stays busy', async () => {
  const { storage, requests, connections } = await failingStore(busy);
  await expect(storage.put('a', Buffer.from('body'), { contentType })).rejects.toMatchObject(unavailable);
  await expect(storage.get('a')).rejects.toMatchObject(unavailable);
  expect(requests).toHaveLength(6);
  expect(connections.size).toBe(1);
});

it('does not ask again when the store says no', async () => {
  const { storage, requests } = await failingStore(denied);
  const failure = storage.put('a', Buffer.from('body'), { contentType });
  await expect(failure).rejects.toMatchObject({
    ...unavailable,
    message: expect.stringContaining('AccessDenied') as string,
  });
  expect(requests).toHaveLength(1);
});

it('reports a download that breaks off to its reader', async () => {
  const { storage } = await failingStore((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
  });
  const { body } = await storage.get('a');
  await expect(body.toArray()).rejects.toThrow();
});

it('says that a store that is not there is unavailable', async () => {
  const { storage } = await failingStore(taken);
  await expect(storage.ping()).resolves.toBeUndefined();
  const nobody = storageAt(1);
  await expect(nobody.ping()).rejects.toMatchObject(unavailable);
  await expect(nobody.head('a')).rejects.toMatchObject(unavailable);
});

it('ends a request that is under way when it is aborted', async () => {
  const controller = new AbortController();
  const { storage } = await failingStore(() => controller.abort());
  const reading = storage.get('a', { signal: controller.signal });
  await expect(reading).rejects.toMatchObject({ code: 'aborted' });
});

it('ends the part that is under way when an upload is aborted, and frees the others', async () => {
  const controller = new AbortController();
  const begun = '<InitiateMultipartUploadResult><UploadId>u/1</UploadId></InitiateMultipartUploadResult>';
  const { storage, requests } = await failingStore(
    (_request, response) => void response.end(begun),
    taken,
    () => controller.abort(),
    (_request, response) => void response.writeHead(204).end(),
  );
  const { signal } = controller;
  const upload = storage.put('a', streamOf(Buffer.alloc(20 * MiB)), { contentType, signal });
  await expect(upload).rejects.toMatchObject({ code: 'aborted' });
  expect(requests).toEqual([
    'POST /bucket/a?uploads',
    'PUT /bucket/a?uploadId=u%2F1&partNumber=1',
    'PUT /bucket/a?uploadId=u%2F1&partNumber=2',
    'DELETE /bucket/a?uploadId=u%2F1',
  ]);
});
