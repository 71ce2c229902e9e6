import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isId } from '../platform/ids';
import { withTx } from '../platform/tx';
import type { ImportRow } from './internal';
import { activeStates } from './states';

/** Somebody else works on the import now, or it was cancelled: whoever worked on it stops, and nothing is lost. */
export class ClaimLost extends Error {}

/**
 * Takes an import over from whoever worked on it. Every write of a phase names the version that the claim made: a
 * process that was thought dead finds its own outdated and stops, so that two never do the same. Undefined when
 * there is nothing to do.
 */
export async function claimImport(ctx: Ctx, importId: string): Promise<ImportRow | undefined> {
  if (!isId(importId)) return undefined;
  const where = { tenantId: ctx.tenantId, id: importId };
  return withTx(ctx, async ({ tx }) => {
    const { count } = await tx.db.import.updateMany({
      where: { ...where, state: { in: [...activeStates] } },
      data: { version: { increment: 1 } },
    });
    if (count === 0) return undefined;
    return (await tx.db.import.findUnique({ where: { tenantId_id: where } })) ?? undefined;
  });
}

/** The claim as far as writes need it. */
export type Claim = Pick<ImportRow, 'id' | 'state' | 'version'>;

export interface Progress {
  phase: string | null;
  done: number;
  total?: number | null;
  cursor?: number;
  result?: unknown;
}

/**
 * Writes how far a phase is, and keeps the import locked until the transaction ends. Call it last: nobody waits long.
 * @throws ClaimLost
 */
export async function reportProgress(ctx: TxCtx, claim: Claim, progress: Progress): Promise<void> {
  const result = progress.result === undefined ? null : JSON.stringify(progress.result);
  const changed = await ctx.tx.execute(sql`
    update imports set phase = ${progress.phase}, progress_done = ${progress.done}::int,
      progress_total = coalesce(${progress.total ?? null}::int, progress_total),
      cursor = coalesce(${progress.cursor ?? null}::int, cursor), result = coalesce(${result}::jsonb, result)
    where tenant_id = ${ctx.tenantId}::uuid and id = ${claim.id}::uuid and state = ${claim.state}
      and version = ${claim.version}::int`);
  if (changed === 0) throw new ClaimLost();
}

/**
 * Changes the import at the end of a phase, if the claim still holds.
 * @throws ClaimLost
 */
export async function closePhase(
  ctx: TxCtx,
  claim: Claim,
  data: Parameters<TxCtx['tx']['db']['import']['updateMany']>[0]['data'],
): Promise<void> {
  const { count } = await ctx.tx.db.import.updateMany({
    where: { tenantId: ctx.tenantId, id: claim.id, state: claim.state, version: claim.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new ClaimLost();
}
