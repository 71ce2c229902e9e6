import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KiB, MiB, readObject, streamOf } from './contract/bodies';
import { openFilesystemSubject, signingKey, type FilesystemSubject } from './contract/filesystem-subject';
import { uniqueFolder } from './contract/subject';
import { filesystemUrl } from './signed-url';
import type { Storage } from './types';

const contentType = 'text/plain';
const maxBytes = 10 * KiB;
let subject: FilesystemSubject;
let storage: Storage;
let key: string;

beforeAll(async () => {
  subject = await openFilesystemSubject();
  storage = subject.open();
  await storage.prepare();
});
beforeEach(() => {
  key = `${uniqueFolder()}/object`;
});
afterAll(() => subject.close());

async function download(headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  await storage.put(key, Buffer.from('0123456789'), { contentType });
  const url = await storage.presignGet(key, { contentType, fileName: 'a.txt', expiresSeconds: 60 });
  return fetch(url, { method, headers });
}

const uploadTarget = () => storage.presignPut(key, { contentType, maxBytes, expiresSeconds: 60 });

async function nothingIsLeft(): Promise<void> {
  await expect(storage.head(key)).rejects.toMatchObject({ code: 'not-found' });
  expect(await subject.leftovers(key)).toBe(0);
}

describe('downloads', () => {
  const ranges: [string, number, string, string | null][] = [
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-30', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=1-2,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=5-4', 200, '0123456789', null],
    ['bytes=10-', 416, 'No such bytes.\n', 'bytes */10'],
    ['bytes=-0', 416, 'No such bytes.\n', 'bytes */10'],
  ];

  it.each(ranges)('answers the range %s with %i', async (range, status, body, contentRange) => {
    const response = await download({ range });
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  it('answers a range only of the version that it is of', async () => {
    const tag = (await download()).headers.get('etag') ?? '';
    expect((await download({ range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
    expect((await download({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });

  it('answers 304 for a version that the client has', async () => {
    const tag = (await download()).headers.get('etag') ?? '';
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await download({ 'if-none-match': held });
      expect([response.status, await response.text()]).toEqual([304, '']);
      expect(response.headers.get('etag')).toBe(tag);
    }
    expect((await download({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answers HEAD like GET, without the body', async () => {
    const [head, get] = [await download({}, 'HEAD'), await download()];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-length', 'content-type', 'content-disposition', 'etag', 'accept-ranges']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
      expect(head.headers.get(name)).not.toBeNull();
    }
  });

  it('returns an empty object', async () => {
    await storage.put(key, Buffer.alloc(0), { contentType });
    const url = await storage.presignGet(key, { contentType, fileName: 'a.txt', expiresSeconds: 60 });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await fetch(url, { headers: { range: 'bytes=0-' } })).status).toBe(416);
  });
});

describe('uploads', () => {
  it('refuses more than the signed number of bytes, said beforehand or not', async () => {
    const { url, headers } = await uploadTarget();
    const body = Buffer.alloc(6 * MiB);
    const announced = await fetch(url, { method: 'PUT', headers, body });
    expect([announced.status, await announced.text()]).toEqual([413, 'The file is too large.\n']);
    const chunked = httpRequest(url, { method: 'PUT', headers });
    const answer = once(chunked, 'response') as Promise<[IncomingMessage]>;
    streamOf(body).pipe(chunked);
    const [response] = await answer;
    expect([response.statusCode, await text(response)]).toEqual([413, 'The file is too large.\n']);
    await nothingIsLeft();
  });

  it('takes exactly the signed number of bytes', async () => {
    const { url, headers } = await uploadTarget();
    const body = Buffer.alloc(maxBytes);
    expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(200);
    expect((await readObject(storage, key)).length).toBe(maxBytes);
  });

  it.each(['text/html', ''])('refuses the type %j when the link is for another', async (type) => {
    const { url } = await uploadTarget();
    const upload = httpRequest(url, { method: 'PUT', headers: type ? { 'content-type': type } : {} });
    const answer = once(upload, 'response') as Promise<[IncomingMessage]>;
    upload.end('<script>');
    const [response] = await answer;
    expect(response.resume().statusCode).toBe(415);
    await nothingIsLeft();
  });

  it('leaves nothing of an upload that breaks off, and calls nobody', async () => {
    const { url, headers } = await storage.presignPut(key, {
      contentType,
      maxBytes: MiB,
      expiresSeconds: 60,
    });
    const upload = httpRequest(url, { method: 'PUT', headers: { ...headers, 'content-length': MiB } });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(100 * KiB));
    await expect.poll(() => subject.leftovers(key)).toBe(1);
    upload.destroy();
    await subject.lastRequest();
    await nothingIsLeft();
    expect(subject.errors).toEqual([]);
  });
});

describe('any request', () => {
  const guards = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  };

  it.each([
    ['GET', 200],
    ['HEAD', 200],
    ['DELETE', 405],
    ['POST', 405],
    ['PATCH', 405],
    ['OPTIONS', 405],
  ])('answers %s with %i, guarded', async (method, status) => {
    const response = await download({}, method);
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(guards)) expect(response.headers.get(name)).toBe(value);
    expect((await readObject(storage, key)).toString()).toBe('0123456789');
  });

  it.each(['/objects/', '/objects', '/', '/objects/a?expires=9999999999&type=a&name=b&signature='])(
    'refuses %s without a signature',
    async (path) => {
      const response = await fetch(subject.baseUrl + path);
      expect(response.status).toBe(403);
      for (const [name, value] of Object.entries(guards)) expect(response.headers.get(name)).toBe(value);
    },
  );

  // Paths are sent as they are here; fetch would tidy them first.
  it.each(['../outside', '..%2foutside', 'a/../../outside', 'a%00', '.hidden', 'a//b', 'A'])(
    'refuses the path %s, even signed',
    async (path) => {
      const grant = {
        key: 'PLACE',
        expires: 9_999_999_999,
        contentType,
        fileName: 'a',
        method: 'GET' as const,
      };
      const signed = new URL(filesystemUrl(subject.baseUrl, signingKey, { ...grant, key: 'x' }));
      const own = filesystemUrl(subject.baseUrl, signingKey, { ...grant, key: path });
      const signature = new URL(own).searchParams.get('signature') ?? '';
      signed.searchParams.set('signature', signature);
      const get = httpRequest(subject.baseUrl, { path: `/objects/${path}${signed.search}` });
      const answer = once(get, 'response') as Promise<[IncomingMessage]>;
      get.end();
      const [response] = await answer;
      expect(response.resume().statusCode).toBe(403);
    },
  );
});
