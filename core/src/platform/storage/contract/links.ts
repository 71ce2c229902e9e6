import { expect, it } from 'vitest';
import type { Storage } from '../types';
import { MiB, readObject, sampleBytes, sha256 } from './bodies';
import { uniqueFolder, type Subject } from './subject';

const contentType = 'text/csv';
const upload = { contentType, maxBytes: 20 * MiB, expiresSeconds: 60 };
const download = { contentType, fileName: 'orders.csv', expiresSeconds: 60 };

/** Name that a browser gives the file: the extended parameter, which goes before the plain one. */
function fileNameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return decodeURIComponent(encoded ?? '');
}

function describeGoodLinks(storage: () => Storage) {
  it('takes an upload and gives a download by link', async () => {
    const key = `${uniqueFolder()}/orders.csv`;
    const bytes = sampleBytes(12 * MiB);
    const { url, method, headers } = await storage().presignPut(key, upload);
    const sent = await fetch(url, { method, headers, body: new Uint8Array(bytes) });
    expect(sent.status).toBe(200);
    expect(await storage().head(key)).toMatchObject({ bytes: bytes.length, contentType });
    const received = await fetch(await storage().presignGet(key, download));
    expect(received.status).toBe(200);
    expect(received.headers.get('content-type')).toBe(contentType);
    expect(received.headers.get('content-length')).toBe(String(bytes.length));
    expect(received.headers.get('cache-control')).toContain('no-store');
    expect(sha256(Buffer.from(await received.arrayBuffer()))).toBe(sha256(bytes));
  });

  it('serves the type of the link, not that of the upload', async () => {
    const key = `${uniqueFolder()}/page`;
    await storage().put(key, Buffer.from('<script>'), { contentType: 'text/html' });
    const received = await fetch(await storage().presignGet(key, { ...download, contentType: 'text/plain' }));
    expect(received.headers.get('content-type')).toBe('text/plain');
    await received.body?.cancel();
  });

  it('answers ranges', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('0123456789'), { contentType });
    const url = await storage().presignGet(key, download);
    const part = await fetch(url, { headers: { range: 'bytes=2-4' } });
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    const beyond = await fetch(url, { headers: { range: 'bytes=10-' } });
    expect(beyond.status).toBe(416);
    await beyond.body?.cancel();
  });

  const names = [
    'orders.csv',
    'Накладная №7 «июль».pdf',
    'o\'zbekcha "hisob".xlsx',
    'ü; filename=x.exe',
    '100% *(a)!~.csv',
    '🧾.pdf',
    "a'b'c%20.txt",
  ];

  it.each(names)('names the download %j', async (fileName) => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('x'), { contentType });
    const received = await fetch(await storage().presignGet(key, { ...download, fileName }));
    expect(received.status).toBe(200);
    const disposition = received.headers.get('content-disposition');
    expect(disposition).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[^;"]+$/);
    expect(fileNameIn(disposition)).toBe(fileName);
    await received.body?.cancel();
  });
}

async function statusOf(url: string, method: string): Promise<number> {
  const body = method === 'PUT' ? 'x' : undefined;
  const response = await fetch(url, {
    method,
    ...(body && { body, headers: { 'content-type': contentType } }),
  });
  await response.body?.cancel();
  return response.status;
}

const tamperings: [string, (url: string) => string][] = [
  ['another object', (url) => url.replace('/kept', '/other')],
  ['no signature', (url) => url.replace(/&(X-Amz-Signature|signature)=[^&]+/, '')],
  [
    'a changed signature',
    (url) =>
      url.replace(/([sS]ignature)=(.)/, (_, name: string, c: string) => `${name}=${c === '0' ? '1' : '0'}`),
  ],
  ['a later expiry', (url) => url.replace(/(expires|X-Amz-Expires)=(\d+)/, '$1=$20')],
];

function describeBadLinks(subject: () => Subject, storage: () => Storage) {
  it.each(tamperings)('refuses a link with %s', async (_name, tamper) => {
    const folder = uniqueFolder();
    await storage().put(`${folder}/kept`, Buffer.from('kept'), { contentType });
    await storage().put(`${folder}/other`, Buffer.from('other'), { contentType });
    const get = tamper(await storage().presignGet(`${folder}/kept`, download));
    const put = tamper((await storage().presignPut(`${folder}/kept`, upload)).url);
    // Stores may call a link that cannot be understood a bad request.
    expect([400, 403]).toContain(await statusOf(get, 'GET'));
    expect([400, 403]).toContain(await statusOf(put, 'PUT'));
    expect((await readObject(storage(), `${folder}/kept`)).toString()).toBe('kept');
    expect((await readObject(storage(), `${folder}/other`)).toString()).toBe('other');
  });

  it('refuses a link after its time', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('kept'), { contentType });
    const earlier = subject().open({ now: () => new Date(Date.now() - 61_000) });
    expect(await statusOf(await earlier.presignGet(key, download), 'GET')).toBe(403);
    expect(await statusOf((await earlier.presignPut(key, upload)).url, 'PUT')).toBe(403);
    expect((await readObject(storage(), key)).toString()).toBe('kept');
  });

  it('refuses a link for what it is not for', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('kept'), { contentType });
    const get = await storage().presignGet(key, download);
    const { url: put } = await storage().presignPut(key, upload);
    expect(await statusOf(get, 'PUT')).toBe(403);
    expect(await statusOf(put, 'GET')).toBe(403);
    expect(await statusOf(get, 'DELETE')).toBeGreaterThanOrEqual(400);
    expect((await readObject(storage(), key)).toString()).toBe('kept');
  });

  it('answers 404 by link when there is no such object', async () => {
    const url = await storage().presignGet(`${uniqueFolder()}/object`, download);
    expect(await statusOf(url, 'GET')).toBe(404);
  });

  it.each([0, -1, 1.5, 7 * 24 * 3600 + 1])('makes no link that lives %d seconds', async (expiresSeconds) => {
    await expect(storage().presignGet('a', { ...download, expiresSeconds })).rejects.toThrow(RangeError);
    await expect(storage().presignPut('a', { ...upload, expiresSeconds })).rejects.toThrow(RangeError);
  });
}

/** Links as browsers use them. */
export function describeLinks(subject: () => Subject, storage: () => Storage) {
  describeGoodLinks(storage);
  describeBadLinks(subject, storage);
}
