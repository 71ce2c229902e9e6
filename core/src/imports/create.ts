import type { Readable } from 'node:stream';
import { audit } from '../platform/audit';
import { config } from '../platform/config';
import type { Ctx } from '../platform/context';
import { AppError, invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { importRecord, sourceKey, toImportDto, uploadKey, type Background, type ImportRow } from './internal';
import { importPolicy } from './policy';
import { CreateImportInput, type ImportDto, type ImportUpload } from './schemas';
import { importUploaded } from './uploaded';

const LINK_SECONDS = 60 * 60;
const CONTENT_TYPE = 'application/octet-stream';

function demandSize(bytes: number): void {
  const most = config().IMPORT_MAX_BYTES;
  if (bytes === 0) throw invalid('bytes', 'file-empty', { reason: 'import-empty' });
  if (bytes <= most) return;
  const megabytes = Math.floor(most / 1024 / 1024);
  throw new AppError('too-large', `The file is too large: at most ${megabytes} MB can be imported.`, {
    reason: 'import-too-large',
  });
}

async function insertImport(ctx: Ctx, input: CreateImportInput): Promise<ImportRow> {
  demand(ctx, importPolicy.write);
  const { fileName, bytes } = parse(CreateImportInput, input);
  demandSize(bytes);
  const id = newId();
  return withTx(ctx, async (ctx) => {
    const row = await ctx.tx.db.import.create({
      data: {
        id,
        tenantId: ctx.tenantId,
        kind: 'orders',
        state: 'uploading',
        fileName,
        fileBytes: bytes,
        objectKey: sourceKey(ctx.tenantId, id),
        requestedBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
        createdAt: ctx.clock(),
      },
    });
    await audit(ctx, { ...importRecord(row, 'create'), changes: { bytes: { to: bytes } } });
    return row;
  });
}

/**
 * Announces a file of orders. The browser sends it to the answer's link, good for an hour, and then says so with
 * `importUploaded`.
 * @throws AppError `too-large` beyond IMPORT_MAX_BYTES, `invalid` for an empty file
 */
export async function createImport(
  ctx: Ctx,
  input: CreateImportInput,
): Promise<{ import: ImportDto; upload: ImportUpload }> {
  const row = await insertImport(ctx, input);
  const upload = await objects().presignPut(uploadKey(ctx.tenantId, row.id), {
    contentType: CONTENT_TYPE,
    maxBytes: Number(row.fileBytes),
    expiresSeconds: LINK_SECONDS,
  });
  return { import: toImportDto(row), upload };
}

/** As `createImport` and `importUploaded` in one, for a file that is here already. */
export async function createImportFrom(
  ctx: Ctx,
  input: CreateImportInput & { body: Readable | Buffer },
  background: Background = {},
): Promise<ImportDto> {
  const { body, ...announced } = input;
  const row = await insertImport(ctx, announced);
  const bytes = Number(row.fileBytes);
  await objects().put(uploadKey(ctx.tenantId, row.id), body, { contentType: CONTENT_TYPE, bytes });
  return importUploaded(ctx, row.id, background);
}
