import { randomUUID } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, readObject, sampleBytes, sha256, streamOf } from './contract/bodies';
import { openFilesystemSubject, signingKey, type FilesystemSubject } from './contract/filesystem-subject';
import { createStorage } from './create-storage';
import { publish, removeFile } from './filesystem/disk';
import { describeStorageContract } from './storage-contract';
import type { Storage } from './types';

const contentType = 'text/plain';
const unavailable = { name: 'StorageError', code: 'unavailable' };

describe('the filesystem driver', () => {
  describeStorageContract(openFilesystemSubject);

  describe('beyond the contract', () => {
    let subject: FilesystemSubject;
    let storage: Storage;
    beforeAll(async () => {
      subject = await openFilesystemSubject();
      storage = subject.open();
      await storage.prepare();
    });
    afterAll(() => subject.close());

    it('lets a reader finish the version that it began', async () => {
      const [older, newer] = [sampleBytes(4 * MiB, 1), sampleBytes(4 * MiB, 2)];
      await storage.put('versions', streamOf(older), { contentType });
      const { body } = await storage.get('versions');
      await storage.put('versions', streamOf(newer), { contentType });
      expect(sha256(Buffer.concat(await body.toArray()))).toBe(sha256(older));
      expect(sha256(await readObject(storage, 'versions'))).toBe(sha256(newer));
    });

    it('keeps an object and a folder of the same name apart, and begins the file with the body', async () => {
      await storage.put('same', Buffer.from('object'), { contentType });
      await storage.put('same/inner', Buffer.from('inner'), { contentType });
      expect((await readObject(storage, 'same')).toString()).toBe('object');
      expect((await readFile(join(subject.directory, 'objects/same~'))).toString()).toMatch(/^object{/);
    });

    it('publishes into a folder that deletes beside it keep taking away', async () => {
      const rounds = async (name: string) => {
        const target = join(subject.directory, 'objects/race/way', name);
        for (let round = 0; round < 150; round += 1) {
          const from = join(subject.directory, 'incoming', name);
          await writeFile(from, 'x');
          await publish(from, target);
          await removeFile(target, join(subject.directory, 'objects'));
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].map(rounds));
      expect(await readdir(join(subject.directory, 'objects'))).not.toContain('race');
    });

    it('takes away the folders that a delete leaves empty', async () => {
      await storage.put('deep/er/est', Buffer.from('x'), { contentType });
      await storage.delete('deep/er/est');
      expect(await readdir(join(subject.directory, 'objects'))).not.toContain('deep');
    });

    it('sweeps half-done files that nobody writes to any more, and only those', async () => {
      const [old, fresh] = [randomUUID(), randomUUID()].map((name) =>
        join(subject.directory, 'incoming', name),
      );
      await writeFile(old ?? '', 'half');
      await writeFile(fresh ?? '', 'half');
      const yesterday = new Date(Date.now() - 24 * 3600_000);
      await utimes(old ?? '', yesterday, yesterday);
      expect(await storage.sweep(new Date(Date.now() - 3600_000))).toBe(1);
      expect(await storage.sweep(new Date(Date.now() + 3600_000))).toBe(1);
    });

    it.each([
      ['cut short', (whole: Buffer) => whole.subarray(0, -20)],
      ['with a body of another length', (whole: Buffer) => whole.subarray(1)],
      ['emptied', () => Buffer.alloc(0)],
    ])('says that a file %s is damaged', async (_name, damage) => {
      await storage.put('damaged', Buffer.from('whole'), { contentType });
      const path = join(subject.directory, 'objects/damaged~');
      await writeFile(path, damage(await readFile(path)));
      await expect(storage.get('damaged')).rejects.toMatchObject(unavailable);
      await expect(storage.head('damaged')).rejects.toMatchObject(unavailable);
      const url = await storage.presignGet('damaged', { contentType, fileName: 'x', expiresSeconds: 60 });
      expect((await fetch(url)).status).toBe(503);
      expect(subject.errors.pop()).toMatchObject(unavailable);
    });

    it('says that it is unavailable when its folder is missing', async () => {
      const directory = join(subject.directory, 'nowhere');
      const settings = { driver: 'filesystem' as const, directory, publicUrl: subject.baseUrl, signingKey };
      const nowhere = createStorage(settings);
      await expect(nowhere.ping()).rejects.toMatchObject(unavailable);
      await expect(nowhere.put('a', Buffer.from('a'), { contentType })).rejects.toMatchObject(unavailable);
    });

    it('refuses to sign with a key that could be guessed', () => {
      const settings = { driver: 'filesystem' as const, directory: '.', publicUrl: subject.baseUrl };
      expect(() => createStorage({ ...settings, signingKey: 'short' })).toThrow(RangeError);
    });
  });
});
