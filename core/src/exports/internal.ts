import type { Prisma } from '../platform/db';
import type { Ctx, TxCtx } from '../platform/context';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import type { ExportDto, ExportResource, ExportState } from './schemas';

export type ExportRow = Prisma.ExportGetPayload<object>;

export function toExportDto(row: ExportRow): ExportDto {
  const ready = row.state === 'ready' && row.fileBytes !== null && row.fileSha256 !== null;
  return {
    id: row.id,
    resource: row.resource as ExportResource,
    format: 'csv',
    state: row.state as ExportState,
    progress: { done: row.progressDone, total: row.progressTotal },
    file: ready ? { name: row.fileName, bytes: String(row.fileBytes), sha256: row.fileSha256 ?? '' } : null,
    fileName: row.fileName,
    error: row.errorCode,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}

/** People see their own downloads; a key sees those that it asked for; the product sees all of the company. */
export const ownExports = (ctx: Ctx): Prisma.ExportWhereInput => ({
  tenantId: ctx.tenantId,
  ...(ctx.actor.type === 'user' && { requestedBy: ctx.actor.id }),
  ...(ctx.actor.type === 'api-key' && { requestedByApiKey: ctx.actor.id }),
});

/** @throws AppError `not-found` for exports of others, too */
export async function exportInTenant(ctx: TxCtx, exportId: string): Promise<ExportRow> {
  const row = isId(exportId)
    ? await ctx.tx.db.export.findFirst({ where: { ...ownExports(ctx), id: exportId } })
    : null;
  if (!row) throw notFound('export');
  return row;
}
