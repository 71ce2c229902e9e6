import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { conflict, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { advanceLater, importRecord, lockImport, planOf, toImportDto, type Background } from './internal';
import { importPolicy } from './policy';
import type { ImportDto } from './schemas';
import { canMove, type ImportState } from './states';

/**
 * Imports what the plan shows.
 * @throws AppError `stale` when it was planned anew since `expectedVersion`, `conflict` when there is no plan
 */
export async function startImport(
  ctx: Ctx,
  importId: string,
  expectedVersion?: number,
  background: Background = {},
): Promise<ImportDto> {
  for (const permission of importPolicy.start) demand(ctx, permission);
  return withTx(ctx, async (ctx) => {
    const row = await lockImport(ctx, importId);
    if (!canMove(row.state as ImportState, 'start'))
      throw conflict('This import cannot be started: it has no plan, or was started.', 'import-not-planned');
    if (expectedVersion !== undefined && expectedVersion !== row.version) throw stale();
    const started = await ctx.tx.db.import.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } },
      data: {
        state: 'running',
        phase: 'writing',
        cursor: 0,
        progressDone: 0,
        progressTotal: planOf(row)?.orders.total ?? null,
        startedAt: ctx.clock(),
        version: { increment: 1 },
      },
    });
    await audit(ctx, importRecord(row, 'start'));
    await advanceLater(ctx, importId, background);
    return toImportDto(started);
  });
}
