import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf } from './contract/bodies';
import { openS3Subject, s3UnderTest } from './contract/s3-subject';
import { connect } from './s3/connection';
import { describeStorageContract } from './storage-contract';
import { createStorage } from './create-storage';

const target = s3UnderTest(process.env);
if (!target) {
  console.warn(
    'SKIPPED: the S3 storage suite, because TEST_S3_ENDPOINT, TEST_S3_ACCESS_KEY and TEST_S3_SECRET_KEY name no store.',
  );
}

describe.skipIf(!target)('the S3 driver', () => {
  const open = () => openS3Subject(target ?? expect.unreachable());
  describeStorageContract(open);

  describe('beyond the contract', () => {
    let subject: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      subject = await open();
      await subject.open().prepare();
    });
    afterAll(() => subject.close());

    it('lists more than one page of keys', async () => {
      const storage = subject.open();
      const keys = Array.from({ length: 1003 }, (_, index) => `many/${String(index).padStart(5, '0')}`);
      const rest = [...keys];
      const worker = async () => {
        for (let key = rest.pop(); key; key = rest.pop()) {
          await storage.put(key, Buffer.from('x'), { contentType: 'text/plain' });
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      expect(await keysOf(storage, 'many/')).toEqual(keys);
    });

    it('signs links for the address that browsers use', async () => {
      const publicEndpoint = 'https://files.example.test';
      const storage = createStorage({ ...subject.settings, publicEndpoint });
      const url = await storage.presignGet('a', {
        contentType: 'text/plain',
        fileName: 'a',
        expiresSeconds: 60,
      });
      expect(new URL(url).origin).toBe(publicEndpoint);
    });

    it('says that the store is unavailable with a wrong secret, or without its bucket', async () => {
      const wrong = createStorage({ ...subject.settings, secretKey: 'wrong-secret' });
      const unavailable = { name: 'StorageError', code: 'unavailable' };
      await expect(wrong.ping()).rejects.toMatchObject(unavailable);
      await expect(wrong.head('a')).rejects.toMatchObject(unavailable);
      const none = createStorage({ ...subject.settings, bucket: 'there-is-no-such-bucket' });
      await expect(none.ping()).rejects.toMatchObject(unavailable);
      await expect(none.put('a', Buffer.from('a'), { contentType: 'a/b' })).rejects.toMatchObject(
        unavailable,
      );
    });

    it('sweeps abandoned uploads, and only those', async () => {
      const { settings } = subject;
      const client = connect(settings, settings.endpoint);
      await client.initiateNewMultipartUpload(settings.bucket, 'abandoned', {});
      const storage = subject.open();
      expect(await storage.sweep(new Date(Date.now() - 3600_000))).toBe(0);
      expect(await storage.sweep(new Date(Date.now() + 3600_000))).toBe(1);
      expect(await subject.leftovers('abandoned')).toBe(0);
    });
  });
});
