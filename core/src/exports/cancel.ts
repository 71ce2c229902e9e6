import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { exportInTenant, toExportDto } from './internal';
import type { ExportDto } from './schemas';

/** Stops a file that is not ready; the worker notices at its next report of progress. */
export async function cancelExport(ctx: Ctx, exportId: string): Promise<ExportDto> {
  demand(ctx, 'exports:write');
  return withTx(ctx, async (ctx) => {
    const row = await exportInTenant(ctx, exportId);
    const { count } = await ctx.tx.db.export.updateMany({
      where: { tenantId: ctx.tenantId, id: row.id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: ctx.clock() },
    });
    if (count === 0) throw conflict('This download is finished already.', 'export-finished');
    await audit(ctx, {
      action: 'export.cancel',
      entityType: 'export',
      entityId: row.id,
      entityName: row.fileName,
    });
    return toExportDto(await exportInTenant(ctx, exportId));
  });
}
