import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { withTx } from '../platform/tx';
import { demandSubject, fileInTenant } from './internal';
import type { FileSubject } from './schemas';

/** Takes a file off its record. The bytes go with the next sweep. */
export async function deleteFile(ctx: Ctx, fileId: string): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const row = await fileInTenant(ctx, fileId);
    demandSubject(ctx, row.subjectType as FileSubject, 'write');
    await ctx.tx.db.file.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: row.id } },
      data: { state: 'deleted', deletedAt: ctx.clock() },
    });
    await audit(ctx, {
      action: 'file.delete',
      entityType: row.subjectType,
      entityId: row.subjectId,
      entityName: row.name,
      changes: { file: { from: row.name } },
    });
  });
}
