import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import { completeUpload, deleteFile, listFiles, openFile, requestUpload, sweepFiles } from './index';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function customerOf({ ctx, tenantId }: TestTenant): Promise<string> {
  const id = newId();
  await withTx(ctx, ({ tx }) => tx.db.customer.create({ data: { id, tenantId, kind: 'person', name: 'A' } }));
  return id;
}

async function uploaded(tenant: TestTenant, name = 'photo.png', content = png) {
  const subjectId = await customerOf(tenant);
  const { file } = await requestUpload(tenant.ctx, {
    subjectType: 'customer',
    subjectId,
    name,
    bytes: content.length,
  });
  const key = `files/${tenant.tenantId}/${file.id}`;
  await objects().put(`uploads/${key}`, content, { contentType: file.contentType });
  return { file, subjectId, key };
}

describe('files', () => {
  it('takes a file over once its bytes are there and fit, and gives a short-lived link to it', async () => {
    const tenant = await testTenant();
    const { file, subjectId } = await uploaded(tenant);
    const ready = await completeUpload(tenant.ctx, file.id);
    expect(ready).toMatchObject({ state: 'ready', contentType: 'image/png', bytes: String(png.length) });
    expect(await completeUpload(tenant.ctx, file.id)).toEqual(ready);
    const { rows } = await listFiles(tenant.ctx, { subjectType: 'customer', subjectId });
    expect(rows).toEqual([ready]);
    expect(await openFile(tenant.ctxAs('viewer'), file.id)).toMatch(/^http/);
  });

  it('keeps what was checked although the upload link is used once more', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant);
    await completeUpload(tenant.ctx, file.id);
    await objects().put(`uploads/${key}`, Buffer.from('other'), { contentType: 'image/png' });
    expect(await objects().head(key)).toMatchObject({ bytes: png.length });
  });

  it.each([
    ['evil.svg', 10, /Taken are/],
    ['noending', 10, /Taken are/],
    ['big.pdf', 27_000_000, /25 MB/],
  ])('refuses %s', async (name, bytes, message) => {
    const tenant = await testTenant();
    const subjectId = await customerOf(tenant);
    const asked = requestUpload(tenant.ctx, { subjectType: 'customer', subjectId, name, bytes });
    await expect(asked).rejects.toSatisfy((error: Error & { faults?: { message: string }[] }) =>
      message.test(`${error.message} ${error.faults?.map((fault) => fault.message).join()}`),
    );
  });

  it('drops a file whose content is not what its name says', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant, 'photo.png', Buffer.from('<script>alert(1)</script>'));
    await expect(completeUpload(tenant.ctx, file.id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(objects().head(key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses more than the quota of the company', async () => {
    const tenant = await testTenant();
    await withTx(tenant.ctx, ({ tx }) =>
      tx.db.tenant.update({ where: { id: tenant.tenantId }, data: { fileQuotaBytes: 10 } }),
    );
    const subjectId = await customerOf(tenant);
    const asked = requestUpload(tenant.ctx, { subjectType: 'customer', subjectId, name: 'a.txt', bytes: 11 });
    await expect(asked).rejects.toMatchObject({ code: 'too-large', reason: 'quota' });
  });

  it('shows nothing to another company and lets a viewer change nothing', async () => {
    const tenant = await testTenant();
    const { file, subjectId } = await uploaded(tenant);
    await completeUpload(tenant.ctx, file.id);
    const foreign = await tenant.foreign();
    for (const verb of [openFile, completeUpload, deleteFile]) {
      await expect(verb(foreign, file.id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await listFiles(foreign)).rows).toEqual([]);
    const asked = { subjectType: 'customer' as const, subjectId, name: 'a.txt', bytes: 1 };
    await expect(requestUpload(foreign, asked)).rejects.toMatchObject({ code: 'not-found' });
    await expect(requestUpload(tenant.ctxAs('viewer'), asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteFile(tenant.ctxAs('viewer'), file.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('deletes bytes of deleted files and of abandoned uploads with the sweep', async () => {
    const tenant = await testTenant();
    const [kept, deleted, abandoned] = [
      await uploaded(tenant),
      await uploaded(tenant),
      await uploaded(tenant),
    ];
    await completeUpload(tenant.ctx, kept.file.id);
    await completeUpload(tenant.ctx, deleted.file.id);
    await deleteFile(tenant.ctx, deleted.file.id);
    await sweepFiles(new Date(Date.now() + 2 * 3_600_000));
    expect(await objects().head(kept.key)).toMatchObject({ bytes: png.length });
    for (const key of [deleted.key, `uploads/${abandoned.key}`]) {
      await expect(objects().head(key)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await sweepFiles(new Date(Date.now() + 2 * 3_600_000))).toBe(0);
  });
});
