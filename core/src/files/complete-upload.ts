import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { audit } from '../platform/audit';
import { config } from '../platform/config';
import type { Ctx } from '../platform/context';
import { conflict, invalid, isAppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { isStorageError } from '../platform/storage';
import { withTx } from '../platform/tx';
import { demandSubject, fileInTenant, keyOf, toFileDto, uploadKeyOf, type FileRow } from './internal';
import type { FileDto, FileSubject } from './schemas';
import { imageSize } from './image-size';
import { contentFits } from './types';

/** Enough to tell kinds apart, and for what cameras write before the size of a photo. */
const HEAD_BYTES = 1_048_576;

interface Content {
  bytes: number;
  sha256: string;
  head: Buffer;
}

async function readContent(key: string): Promise<Content> {
  const { body } = await objects().get(key);
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex'), head: Buffer.concat(head) };
}

/** @throws AppError `invalid` for an image that needs too much memory to be shown, or hides its size */
function checkPixels(contentType: string, head: Buffer): void {
  const size = imageSize(contentType, head);
  if (size === undefined) return;
  if (size === null) throw invalid('name', 'file-content', { reason: 'file-kind' });
  const most = config().FILE_MAX_PIXELS;
  if (size.width * size.height <= most) return;
  const values = { most: Math.floor(most / 1_000_000) };
  throw invalid('name', 'image-pixels', { reason: 'image-pixels', values });
}

async function check(row: FileRow, { bytes, head }: Content): Promise<void> {
  if (bytes !== Number(row.bytes)) throw invalid('bytes', 'file-size', { reason: 'file-size' });
  const sniffed = await fileTypeFromBuffer(head);
  if (!contentFits(row.name, sniffed?.mime, head)) {
    throw invalid('name', 'file-content', { reason: 'file-kind' });
  }
  if (sniffed) checkPixels(sniffed.mime, head);
}

const notArrived = (error: unknown): never => {
  if (!isStorageError(error, 'not-found')) throw error;
  throw conflict('The file has not arrived. Upload it again.', 'file-not-arrived');
};

/**
 * Copies what was uploaded to a key that no link can write and no other attempt uses, and looks at the copy:
 * whoever uses the upload link once more changes nothing that was checked.
 */
async function takeOver(row: FileRow): Promise<Content & { key: string }> {
  const upload = uploadKeyOf(row);
  const { bytes } = await objects().head(upload).catch(notArrived);
  if (bytes !== Number(row.bytes)) throw invalid('bytes', 'file-size', { reason: 'file-size' });
  const key = `${keyOf(row)}.${newId()}`;
  await objects().copy(upload, key).catch(notArrived);
  try {
    const content = await readContent(key);
    await check(row, content);
    return { ...content, key };
  } catch (error) {
    await objects().delete(key);
    throw error;
  }
}

/** Of two that complete a file at the same time, one makes it ready. @returns undefined for the other */
const markReady = (ctx: Ctx, row: FileRow, { key, sha256 }: { key: string; sha256: string }) =>
  withTx(ctx, async (ctx) => {
    const { count } = await ctx.tx.db.file.updateMany({
      where: { tenantId: ctx.tenantId, id: row.id, state: 'pending' },
      data: { state: 'ready', objectKey: key, sha256 },
    });
    if (count === 0) return undefined;
    await audit(ctx, {
      action: 'file.add',
      entityType: row.subjectType,
      entityId: row.subjectId,
      entityName: row.name,
      changes: { file: { to: row.name }, sha256: { to: sha256 } },
    });
    return fileInTenant(ctx, row.id);
  });

/**
 * Takes an uploaded file over, after a look at its bytes (rule 21). A file that does not fit is dropped. Calling it
 * again for a file that is ready changes nothing.
 * @throws AppError `invalid` when content, size or pixels do not fit, `conflict` before the file has arrived
 */
export async function completeUpload(ctx: Ctx, fileId: string): Promise<FileDto> {
  const read = () => withTx(ctx, (ctx) => fileInTenant(ctx, fileId));
  const row = await read();
  demandSubject(ctx, row.subjectType as FileSubject, 'write');
  if (row.state === 'ready') return toFileDto(row);
  try {
    const content = await takeOver(row);
    const ready = await markReady(ctx, row, content);
    if (!ready) await objects().delete(content.key);
    await objects().delete(uploadKeyOf(row));
    return toFileDto(ready ?? (await read()));
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') await objects().delete(uploadKeyOf(row));
    if (!isAppError(error) || error.code !== 'conflict') throw error;
    const now = await read();
    if (now.state !== 'ready') throw error;
    return toFileDto(now);
  }
}
