import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { conflict, notFound } from '../platform/errors';
import { objects } from '../platform/objects';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { exportInTenant } from './internal';
import { sourceOf } from './sources';

const LINK_SECONDS = 60;

/**
 * A link to the file, good for a minute. What the file shows must still be allowed now: an old file does not
 * outlive lost access.
 * @returns the URL to redirect to
 * @throws AppError `conflict` when it is not ready, `not-found` when it has expired
 */
export async function openExport(ctx: Ctx, exportId: string): Promise<string> {
  demand(ctx, 'exports:read');
  const row = await withTx(ctx, async (ctx) => {
    const found = await exportInTenant(ctx, exportId);
    demand(ctx, sourceOf(found.resource).permission);
    if (found.state === 'expired') throw notFound('file any more');
    if (found.state !== 'ready' || !found.objectKey)
      throw conflict('The file is not ready.', 'export-not-ready');
    await audit(ctx, {
      action: 'export.download',
      entityType: 'export',
      entityId: found.id,
      entityName: found.fileName,
    });
    return { key: found.objectKey, name: found.fileName };
  });
  return objects().presignGet(row.key, {
    fileName: row.name,
    contentType: 'text/csv; charset=utf-8',
    expiresSeconds: LINK_SECONDS,
  });
}
