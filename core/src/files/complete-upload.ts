import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { conflict, invalid, isAppError } from '../platform/errors';
import { objects } from '../platform/objects';
import { isStorageError } from '../platform/storage';
import { withTx } from '../platform/tx';
import { demandSubject, fileInTenant, toFileDto, uploadKey, type FileRow } from './internal';
import type { FileDto, FileSubject } from './schemas';
import { contentFits } from './types';

const HEAD_BYTES = 4_100;

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

/**
 * Copies what was uploaded to the file's own key, which no link can write, and looks at the copy: whoever uses the
 * upload link once more changes nothing that was checked.
 */
async function takeOver(row: FileRow): Promise<Content> {
  const upload = uploadKey(row.objectKey);
  const { bytes } = await objects()
    .head(upload)
    .catch((error: unknown) => {
      if (isStorageError(error, 'not-found')) {
        throw conflict('The file has not arrived. Upload it again.', 'file-not-arrived');
      }
      throw error;
    });
  if (bytes !== Number(row.bytes)) {
    throw invalid('bytes', 'file-size', { reason: 'file-size' });
  }
  await objects().copy(upload, row.objectKey);
  const content = await readContent(row.objectKey);
  const sniffed = await fileTypeFromBuffer(content.head);
  if (content.bytes === bytes && contentFits(row.name, sniffed?.mime, !content.head.includes(0)))
    return content;
  throw invalid('name', 'file-content', { reason: 'file-kind' });
}

async function drop(row: FileRow): Promise<void> {
  await objects().delete(uploadKey(row.objectKey));
  await objects().delete(row.objectKey);
}

/**
 * Takes an uploaded file over, after a look at its bytes (rule 21). A file that does not fit is dropped. Calling it
 * again for a file that is ready changes nothing.
 */
export async function completeUpload(ctx: Ctx, fileId: string): Promise<FileDto> {
  const row = await withTx(ctx, (ctx) => fileInTenant(ctx, fileId));
  demandSubject(ctx, row.subjectType as FileSubject, 'write');
  if (row.state === 'ready') return toFileDto(row);
  const content = await takeOver(row).catch(async (error: unknown) => {
    if (isAppError(error) && error.code === 'invalid') await drop(row);
    throw error;
  });
  await objects().delete(uploadKey(row.objectKey));
  return withTx(ctx, async (ctx) => {
    const ready = await ctx.tx.db.file.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: row.id } },
      data: { state: 'ready', sha256: content.sha256 },
    });
    await audit(ctx, {
      action: 'file.add',
      entityType: row.subjectType,
      entityId: row.subjectId,
      entityName: row.name,
      changes: { file: { to: row.name }, sha256: { to: content.sha256 } },
    });
    return toFileDto(ready);
  });
}
