import { describe, expect, it } from 'vitest';
import { config } from '../platform/config';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { readOne, withTx } from '../platform/tx';
import { actionsOf, rolledBack, testTenant, type TestTenant } from '../testing';
import { completeUpload, deleteFile, getFile, listFiles, openFile, requestUpload, sweepFiles } from './index';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function customerOf({ ctx, tenantId }: TestTenant): Promise<string> {
  const id = newId();
  await withTx(ctx, ({ tx }) => tx.db.customer.create({ data: { id, tenantId, kind: 'person', name: 'A' } }));
  return id;
}

async function uploaded(tenant: TestTenant, name = 'photo.png', content: Buffer = png) {
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

/** Everything that is stored of a file, by its kind of key and its size. */
async function stored(key: string): Promise<number[]> {
  const sizes: number[] = [];
  for (const prefix of [key, `uploads/${key}`]) {
    for await (const { bytes } of objects().list(prefix)) sizes.push(bytes);
  }
  return sizes;
}

/** The same picture, whose header claims another size. */
function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function fetchFile(tenant: TestTenant, fileId: string): Promise<Buffer> {
  const [row] = await withTx(tenant.ctx, ({ tx }) => tx.db.file.findMany({ where: { id: fileId } }));
  const { body } = await objects().get(row?.objectKey ?? '');
  return Buffer.concat(await body.toArray());
}

describe('files', () => {
  it('takes a file over once its bytes are there and fit, and gives a short-lived link to it', async () => {
    const tenant = await testTenant();
    const { file, subjectId } = await uploaded(tenant);
    expect(await getFile(tenant.ctx, file.id)).toEqual(file);
    const ready = await completeUpload(tenant.ctx, file.id);
    expect(ready).toMatchObject({ state: 'ready', contentType: 'image/png', bytes: String(png.length) });
    expect(await completeUpload(tenant.ctx, file.id)).toEqual(ready);
    const { rows } = await listFiles(tenant.ctx, { subjectType: 'customer', subjectId });
    expect(rows).toEqual([ready]);
    expect(await getFile(tenant.ctxAs('viewer'), file.id)).toEqual(ready);
    expect(await openFile(tenant.ctxAs('viewer'), file.id)).toMatch(/^http/);
  });

  it('keeps what was checked although the upload link is used once more', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant);
    await completeUpload(tenant.ctx, file.id);
    await objects().put(`uploads/${key}`, Buffer.from('other'), { contentType: 'image/png' });
    expect(await stored(key)).toEqual([png.length, 5]);
    expect((await fetchFile(tenant, file.id)).equals(png)).toBe(true);
  });

  it('makes a file ready once although it is completed several times at once', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant);
    const all = await Promise.all([1, 2, 3, 4].map(() => completeUpload(tenant.ctx, file.id)));
    expect(all).toEqual(all.map(() => ({ ...all[0], state: 'ready' })));
    expect(await actionsOf(tenant.ctx)).toEqual(['file.add']);
    expect(await stored(key)).toEqual([png.length]);
  });

  it('gives names no say in where a file is kept, and lets none read backwards', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant, '../../etc/\u202Egnp.exe.png');
    expect(file.name).toBe('.._.._etc__gnp.exe.png');
    await completeUpload(tenant.ctx, file.id);
    expect(await stored(key)).toEqual([png.length]);
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

  it.each([
    ['photo.png', Buffer.from('<script>alert(1)</script>')],
    ['photo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['photo.jpg', png],
    ['photo.gif', Buffer.from('GIF89a')],
    ['letter.pdf', Buffer.from('MZ\0\0 this program cannot be run')],
    ['table.xlsx', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['notes.txt', png],
    ['notes.csv', Buffer.from('a;b\0c')],
    ['notes.csv', Buffer.from([0xff, 0xfe, 0x41, 0, 0, 0])],
    ['notes.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ['mail.eml', Buffer.from('<?xml version="1.0"?><svg/>')],
  ])('drops %s when its content is something else', async (name, content) => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant, name, content);
    await expect(completeUpload(tenant.ctx, file.id)).rejects.toMatchObject({ code: 'invalid' });
    expect(await stored(key)).toEqual([]);
    await expect(openFile(tenant.ctx, file.id)).rejects.toMatchObject({ reason: 'file-not-arrived' });
    expect((await listFiles(tenant.ctx)).rows).toEqual([]);
  });

  it.each([
    ['notes.txt', Buffer.from('\uFEFFДоставлено', 'utf8')],
    ['notes.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a;b', 'utf16le')])],
    ['letter.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['PHOTO.PNG', pngOf(10_000, 10_000)],
  ])('takes %s', async (name, content) => {
    const tenant = await testTenant();
    const { file } = await uploaded(tenant, name, content);
    expect(await completeUpload(tenant.ctx, file.id)).toMatchObject({ state: 'ready' });
  });

  it.each([
    [10_001, 10_000, 'image-pixels'],
    [4_294_967_295, 4_294_967_295, 'image-pixels'],
    [0, 10, 'file-kind'],
  ])('drops an image of %d by %d pixels', async (width, height, reason) => {
    expect(config().FILE_MAX_PIXELS).toBe(100_000_000);
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant, 'photo.png', pngOf(width, height));
    await expect(completeUpload(tenant.ctx, file.id)).rejects.toMatchObject({ code: 'invalid', reason });
    expect(await stored(key)).toEqual([]);
  });

  it('drops a file that arrived with another size than announced', async () => {
    const tenant = await testTenant();
    const { file, key } = await uploaded(tenant);
    await objects().put(`uploads/${key}`, Buffer.concat([png, png]), { contentType: 'image/png' });
    await expect(completeUpload(tenant.ctx, file.id)).rejects.toMatchObject({ reason: 'file-size' });
    expect(await stored(key)).toEqual([]);
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

  it('keeps to the quota although many files are announced at once, and frees what is deleted', async () => {
    const tenant = await testTenant();
    await withTx(tenant.ctx, ({ tx }) =>
      tx.db.tenant.update({ where: { id: tenant.tenantId }, data: { fileQuotaBytes: 30 } }),
    );
    const subjectId = await customerOf(tenant);
    const ask = () =>
      requestUpload(tenant.ctx, { subjectType: 'customer', subjectId, name: 'a.txt', bytes: 10 });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, ask));
    expect(asked.filter((each) => each.status === 'fulfilled')).toHaveLength(3);
    const [{ id = '' } = {}] = await readOne<{ id: string }>(tenant.ctx, sql`select id from files`);
    await deleteFile(tenant.ctx, id);
    await ask();
    await expect(ask()).rejects.toMatchObject({ reason: 'quota' });
  });

  it('comes and goes with the transaction around it', async () => {
    const tenant = await testTenant();
    const { file } = await uploaded(tenant);
    await completeUpload(tenant.ctx, file.id);
    await rolledBack(tenant.ctx, (ctx) => deleteFile(ctx, file.id));
    expect((await listFiles(tenant.ctx)).rows).toHaveLength(1);
    expect(await actionsOf(tenant.ctx)).toEqual(['file.add']);
  });

  it('shows nothing to another company and lets a viewer change nothing', async () => {
    const tenant = await testTenant();
    const { file, subjectId } = await uploaded(tenant);
    await completeUpload(tenant.ctx, file.id);
    const foreign = await tenant.foreign();
    for (const verb of [getFile, openFile, completeUpload, deleteFile]) {
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
    // A copy of an attempt that broke off.
    await objects().put(`${deleted.key}.${newId()}`, png, { contentType: 'image/png' });
    await deleteFile(tenant.ctx, deleted.file.id);
    await sweepFiles(new Date(Date.now() + 2 * 3_600_000));
    expect(await stored(kept.key)).toEqual([png.length]);
    for (const { key } of [deleted, abandoned]) expect(await stored(key)).toEqual([]);
    expect(await sweepFiles(new Date(Date.now() + 2 * 3_600_000))).toBe(0);
  });
});
