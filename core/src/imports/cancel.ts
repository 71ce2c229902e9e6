import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { conflict } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { clearStaged, importRecord, lockImport, resultOf, toImportDto } from './internal';
import { importPolicy } from './policy';
import type { ImportDto } from './schemas';
import { canMove, type ImportState } from './states';

/**
 * Stops an import, also while it runs: what has been imported until then stays, and `result` says what it is.
 * @throws AppError `conflict` (`import-finished`) when nothing is left to stop
 */
export async function cancelImport(ctx: Ctx, importId: string): Promise<ImportDto> {
  demand(ctx, importPolicy.write);
  return withTx(ctx, async (ctx) => {
    const row = await lockImport(ctx, importId);
    if (!canMove(row.state as ImportState, 'cancel'))
      throw conflict('This import is finished already.', 'import-finished');
    const cancelled = await ctx.tx.db.import.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } },
      data: { state: 'cancelled', phase: null, finishedAt: ctx.clock(), version: { increment: 1 } },
    });
    await clearStaged(ctx, importId);
    const created = resultOf(row)?.ordersCreated;
    await audit(ctx, {
      ...importRecord(row, 'cancel'),
      ...(created && { changes: { ordersCreated: { to: created.sales + created.returns } } }),
    });
    return toImportDto(cancelled);
  });
}
