import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { PutOptions, Storage } from '../types';
import { KiB, MiB, readObject, sampleBytes, sha256, streamOf } from './bodies';
import { uniqueFolder, type Subject } from './subject';

const contentType = 'text/csv';
const chunk = Buffer.alloc(64 * KiB, 'x');

/** 24 MiB in which something happens after 12: more than one part is on its way by then. */
function interrupted(interrupt: () => void): Readable {
  function* chunks() {
    for (let sent = 0; sent < 24 * MiB; sent += chunk.length) {
      if (sent === 12 * MiB) interrupt();
      yield chunk;
    }
  }
  return Readable.from(chunks(), { objectMode: false });
}

interface Fault {
  body: Readable;
  options: Partial<PutOptions>;
  error: unknown;
}

function abortedUnderWay(): Fault {
  const controller = new AbortController();
  const { signal } = controller;
  const body = interrupted(() => controller.abort());
  return { body, options: { signal }, error: expect.objectContaining({ code: 'aborted' }) };
}

function abortedAtTheEnd(): Fault {
  const controller = new AbortController();
  const { signal } = controller;
  const body = streamOf(chunk);
  body.once('end', () => controller.abort());
  return { body, options: { signal }, error: expect.objectContaining({ code: 'aborted' }) };
}

function brokenSource(): Fault {
  const error = new Error('the cursor was closed');
  const fail = () => {
    throw error;
  };
  return { body: interrupted(fail), options: {}, error };
}

const withCode = (bytes: Buffer, options: Partial<PutOptions>, code: string): Fault => {
  return { body: streamOf(bytes), options, error: expect.objectContaining({ code }) };
};

const faults: [string, () => Fault][] = [
  ['aborted under way', abortedUnderWay],
  ['aborted after its last byte', abortedAtTheEnd],
  ['aborted beforehand', () => withCode(chunk, { signal: AbortSignal.abort() }, 'aborted')],
  ['whose source breaks', brokenSource],
  ['shorter than promised', () => withCode(chunk, { bytes: chunk.length + 1 }, 'aborted')],
  ['longer than promised', () => withCode(chunk, { bytes: chunk.length - 1 }, 'too-large')],
  [
    'longer than promised, and of many parts',
    () => withCode(sampleBytes(20 * MiB), { bytes: 19 * MiB }, 'too-large'),
  ],
  ['longer than allowed', () => withCode(sampleBytes(20 * MiB), { maxBytes: 17 * MiB }, 'too-large')],
];

function describeFailedPuts(subject: () => Subject, storage: () => Storage) {
  it.each(faults)('leaves nothing of a put %s', async (_name, makeFault) => {
    const key = `${uniqueFolder()}/object`;
    const { body, options, error } = makeFault();
    await expect(storage().put(key, body, { contentType, ...options })).rejects.toEqual(error);
    expect(body.destroyed).toBe(true);
    await expect(storage().head(key)).rejects.toMatchObject({ code: 'not-found' });
    expect(await subject().leftovers(key)).toBe(0);
  });

  it.each(faults)('keeps the older object after a put %s', async (_name, makeFault) => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('older'), { contentType });
    const { body, options } = makeFault();
    await expect(storage().put(key, body, { contentType, ...options })).rejects.toThrow();
    expect((await readObject(storage(), key)).toString()).toBe('older');
  });
}

function describeLimits(subject: () => Subject, storage: () => Storage) {
  it('reads a body no faster than it is stored', async () => {
    const total = 48 * MiB;
    const before = subject().received();
    let ahead = 0;
    function* chunks() {
      for (let produced = 0; produced < total; produced += chunk.length) {
        ahead = Math.max(ahead, produced - (subject().received() - before));
        yield chunk;
      }
    }
    const body = Readable.from(chunks(), { objectMode: false });
    await storage().put(`${uniqueFolder()}/object`, body, { contentType });
    expect(subject().received() - before).toBeGreaterThanOrEqual(total);
    expect(ahead).toBeLessThan(10 * MiB);
  });

  it('gives each of many writers of one key all or nothing', async () => {
    const key = `${uniqueFolder()}/object`;
    const bodies = [0, 1, 2, 3, 4].map((seed) => sampleBytes(9 * MiB + seed, seed));
    const puts = bodies.map((bytes) => storage().put(key, streamOf(bytes), { contentType }));
    const results = await Promise.all(puts);
    expect(results.map((result) => result.sha256)).toEqual(bodies.map(sha256));
    expect(bodies.map(sha256)).toContain(sha256(await readObject(storage(), key)));
    expect(await subject().leftovers(key)).toBe(0);
  });

  it('stores and deletes neighbours at the same time', async () => {
    const folder = uniqueFolder();
    const round = async (index: number) => {
      const key = `${folder}/shared/${index % 4}/${index}`;
      await storage().put(key, Buffer.from(key), { contentType });
      expect((await readObject(storage(), key)).toString()).toBe(key);
      await storage().delete(key);
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => round(index)));
    for await (const { key } of storage().list(folder)) expect.fail(`${key} was left`);
  });
}

function describeFailedReads(storage: () => Storage) {
  it('says so when there is no such object', async () => {
    const key = `${uniqueFolder()}/object`;
    const missing = { name: 'StorageError', code: 'not-found' };
    await expect(storage().get(key)).rejects.toMatchObject(missing);
    await expect(storage().get(key, { range: { start: 0 } })).rejects.toMatchObject(missing);
    await expect(storage().head(key)).rejects.toMatchObject(missing);
    await expect(storage().copy(key, `${key}-2`)).rejects.toMatchObject(missing);
    await expect(storage().copy(key, key)).rejects.toMatchObject(missing);
  });

  it('ends a download when it is aborted', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, sampleBytes(16 * MiB), { contentType });
    const controller = new AbortController();
    const { body } = await storage().get(key, { signal: controller.signal });
    const reading = buffer(body);
    body.once('data', () => controller.abort());
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    await expect(storage().get(key, { signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('keeps the end of an aborted download for a reader who comes later', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, sampleBytes(MiB), { contentType });
    const controller = new AbortController();
    const { body } = await storage().get(key, { signal: controller.signal });
    const closed = new Promise((resolve) => body.once('close', resolve));
    controller.abort();
    await closed;
    await expect(buffer(body)).rejects.toMatchObject({ code: 'aborted' });
  });

  const wrongKeys = [
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    'a/..',
    '.',
    'a/.hidden',
    'A',
    'a b',
    'a~',
    'a%2fb',
    'ä',
    'a\\b',
    'a\0',
    'a\n',
    'x'.repeat(201),
    'x/'.repeat(300) + 'x',
  ];

  it.each(wrongKeys)('refuses the key %j everywhere', async (key) => {
    const invalid = { name: 'StorageError', code: 'invalid-key' };
    const body = streamOf(chunk);
    const link = { contentType, expiresSeconds: 60 };
    await expect(storage().put(key, body, { contentType })).rejects.toMatchObject(invalid);
    expect(body.destroyed).toBe(true);
    await expect(storage().get(key)).rejects.toMatchObject(invalid);
    await expect(storage().head(key)).rejects.toMatchObject(invalid);
    await expect(storage().delete(key)).rejects.toMatchObject(invalid);
    await expect(storage().copy(key, 'a')).rejects.toMatchObject(invalid);
    await expect(storage().copy('a', key)).rejects.toMatchObject(invalid);
    await expect(storage().presignPut(key, { ...link, maxBytes: 1 })).rejects.toMatchObject(invalid);
    await expect(storage().presignGet(key, { ...link, fileName: 'a' })).rejects.toMatchObject(invalid);
  });

  it.each(['../', 'a/../b', 'A', 'a~'])('refuses the prefix %j', async (prefix) => {
    const first = storage().list(prefix)[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ code: 'invalid-key' });
  });
}

/** What happens when something goes wrong, or at the same time. */
export function describeFaults(subject: () => Subject, storage: () => Storage) {
  describeFailedPuts(subject, storage);
  describeLimits(subject, storage);
  describeFailedReads(storage);
}
