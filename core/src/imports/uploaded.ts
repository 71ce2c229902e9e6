import type { Ctx } from '../platform/context';
import { conflict, invalid } from '../platform/errors';
import { objects } from '../platform/objects';
import { demand } from '../platform/permissions';
import { isStorageError } from '../platform/storage';
import { withTx } from '../platform/tx';
import { advanceLater, importInTenant, lockImport, toImportDto, uploadKey } from './internal';
import type { Background, ImportRow } from './internal';
import { importPolicy } from './policy';
import type { ImportDto } from './schemas';

async function takeOver(ctx: Ctx, row: ImportRow): Promise<void> {
  const upload = uploadKey(ctx.tenantId, row.id);
  const { bytes } = await objects()
    .head(upload)
    .catch((error: unknown) => {
      if (isStorageError(error, 'not-found'))
        throw conflict('The file has not arrived. Upload it again.', 'file-not-arrived');
      throw error;
    });
  if (bytes !== Number(row.fileBytes)) throw invalid('bytes', 'file-size', { reason: 'file-size' });
  await objects().copy(upload, row.objectKey);
}

/**
 * Says that the file has been uploaded; the worker then looks into it. Saying it again changes nothing.
 * @throws AppError `conflict` (`file-not-arrived`) when there is no file, `invalid` when its size is another
 */
export async function importUploaded(
  ctx: Ctx,
  importId: string,
  background: Background = {},
): Promise<ImportDto> {
  demand(ctx, importPolicy.write);
  const row = await withTx(ctx, (ctx) => importInTenant(ctx, importId));
  if (row.state !== 'uploading') return toImportDto(row);
  await takeOver(ctx, row);
  const moved = await withTx(ctx, async (ctx) => {
    const locked = await lockImport(ctx, importId);
    if (locked.state !== 'uploading') return locked;
    await advanceLater(ctx, importId, background);
    return ctx.tx.db.import.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } },
      data: { state: 'inspecting', version: { increment: 1 } },
    });
  });
  await objects().delete(uploadKey(ctx.tenantId, importId));
  return toImportDto(moved);
}
