import { expect, it } from 'vitest';
import type { Storage } from '../types';
import { keysOf, MiB, readObject, sampleBytes, sha256, streamOf } from './bodies';
import { uniqueFolder } from './subject';

const contentType = 'application/pdf';
const part = 8 * MiB;

function describeBodies(storage: () => Storage) {
  const lengths = [0, 1, 70_000, part - 1, part, part + 1, 2 * part, 21 * MiB + 13];

  it.each(lengths)('stores and returns a stream of unknown length: %i bytes', async (length) => {
    const key = `${uniqueFolder()}/object.pdf`;
    const bytes = sampleBytes(length);
    const result = await storage().put(key, streamOf(bytes), { contentType });
    expect(result).toEqual({ bytes: length, sha256: sha256(bytes) });
    const opened = await storage().get(key);
    expect(opened).toMatchObject({ bytes: length, totalBytes: length, contentType });
    opened.body.destroy();
    expect(sha256(await readObject(storage(), key))).toBe(result.sha256);
    const facts = await storage().head(key);
    expect(facts).toMatchObject({ bytes: length, contentType, etag: opened.etag });
    expect(Math.abs(Date.now() - facts.modifiedAt.getTime())).toBeLessThan(60_000);
  });

  it('stores a buffer, and text chunks as UTF-8', async () => {
    const folder = uniqueFolder();
    const bytes = Buffer.from('Накладная №7');
    await storage().put(`${folder}/buffer`, bytes, { contentType: 'text/plain', bytes: bytes.length });
    await storage().put(`${folder}/text`, streamOf(bytes, 1000).setEncoding('utf8'), { contentType });
    expect(await readObject(storage(), `${folder}/buffer`)).toEqual(bytes);
    expect(await readObject(storage(), `${folder}/text`)).toEqual(bytes);
  });

  it('keeps what is no media type as bytes of an unknown kind', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('x'), { contentType: 'text/html\r\nset-cookie: a=b' });
    expect(await storage().head(key)).toMatchObject({ contentType: 'application/octet-stream' });
  });

  it('replaces an object', async () => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, Buffer.from('first, and longer'), { contentType: 'text/plain' });
    const before = await storage().head(key);
    await storage().put(key, Buffer.from('second'), { contentType: 'text/csv' });
    expect((await readObject(storage(), key)).toString()).toBe('second');
    const after = await storage().head(key);
    expect(after).toMatchObject({ bytes: 6, contentType: 'text/csv' });
    expect(after.etag).not.toBe(before.etag);
  });
}

function describeRanges(storage: () => Storage) {
  const bytes = sampleBytes(100_000);
  const ranges = [
    { start: 0, end: 0 },
    { start: 0 },
    { start: 10, end: 19 },
    { start: 65_530, end: 65_545 },
    { start: 99_999 },
    { start: 99_990, end: 500_000 },
  ];

  it.each(ranges)('returns the bytes from $start to $end', async (range) => {
    const key = `${uniqueFolder()}/object`;
    await storage().put(key, bytes, { contentType });
    const expected = bytes.subarray(range.start, (range.end ?? bytes.length) + 1);
    const { body, ...facts } = await storage().get(key, { range });
    expect(facts).toMatchObject({ bytes: expected.length, totalBytes: bytes.length });
    expect(Buffer.concat(await body.toArray())).toEqual(expected);
  });

  it.each([{ start: 100_000 }, { start: 5, end: 4 }, { start: -1 }])(
    'refuses the bytes from $start to $end',
    async (range) => {
      const key = `${uniqueFolder()}/object`;
      await storage().put(key, bytes, { contentType });
      await expect(storage().get(key, { range })).rejects.toMatchObject({ code: 'invalid-range' });
    },
  );
}

function describeNames(storage: () => Storage) {
  it('lists what begins with a prefix, in the byte order of the keys', async () => {
    const folder = uniqueFolder();
    const names = ['a', 'a-b', 'a.csv', 'aa/b', 'aa/c/d', 'ab', 'b/1', 'b/10', 'b/2', '_x'];
    for (const name of names) {
      await storage().put(`${folder}/${name}`, Buffer.from(name), { contentType });
    }
    const all = names.map((name) => `${folder}/${name}`).sort();
    expect(await keysOf(storage(), `${folder}/`)).toEqual(all);
    expect(await keysOf(storage(), `${folder}/a`)).toEqual(all.filter((k) => k.startsWith(`${folder}/a`)));
    expect(await keysOf(storage(), `${folder}/b/1`)).toEqual([`${folder}/b/1`, `${folder}/b/10`]);
    expect(await keysOf(storage(), `${folder}/nothing`)).toEqual([]);
    for await (const object of storage().list(`${folder}/ab`)) {
      expect(object).toMatchObject({ bytes: 2 });
      expect(object.modifiedAt).toBeInstanceOf(Date);
    }
  });

  it('copies an object with its type, also onto another and onto itself', async () => {
    const folder = uniqueFolder();
    const bytes = sampleBytes(9 * MiB);
    await storage().put(`${folder}/from`, streamOf(bytes), { contentType });
    await storage().put(`${folder}/to`, Buffer.from('old'), { contentType: 'text/plain' });
    await storage().copy(`${folder}/from`, `${folder}/to`);
    await storage().copy(`${folder}/to`, `${folder}/to`);
    await storage().delete(`${folder}/from`);
    expect(await storage().head(`${folder}/to`)).toMatchObject({ bytes: bytes.length, contentType });
    expect(sha256(await readObject(storage(), `${folder}/to`))).toBe(sha256(bytes));
  });

  it('deletes an object, also twice, and nothing beside it', async () => {
    const folder = uniqueFolder();
    await storage().put(`${folder}/a/b`, Buffer.from('b'), { contentType });
    await storage().put(`${folder}/a/bc`, Buffer.from('bc'), { contentType });
    await storage().delete(`${folder}/a/b`);
    await storage().delete(`${folder}/a/b`);
    await storage().delete(`${folder}/never/there`);
    expect(await keysOf(storage(), folder)).toEqual([`${folder}/a/bc`]);
  });
}

/** What objects are: bodies, ranges, names. */
export function describeObjects(storage: () => Storage) {
  describeBodies(storage);
  describeRanges(storage);
  describeNames(storage);

  it('can be prepared again, and answers', async () => {
    await storage().prepare();
    await expect(storage().ping()).resolves.toBeUndefined();
  });
}
