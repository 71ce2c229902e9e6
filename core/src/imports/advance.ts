import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { withTx } from '../platform/tx';
import { planRun } from './check';
import { claimImport, ClaimLost, closePhase } from './claim';
import { inspectImport } from './inspect';
import { clearProblems, clearStaged, formatOf, importRecord, type ImportRow } from './internal';
import { ImportFileError } from './reader';
import { runImport } from './run';
import type { ImportFailure } from './schemas';
import { activeStates } from './states';

const failureOf = (error: ImportFileError): ImportFailure => ({
  code: error.code,
  line: error.line ?? null,
  column: error.column ?? null,
  hint: error.hint ?? null,
  detail: error.detail,
});

async function fail(ctx: Ctx, row: ImportRow, failure: ImportFailure): Promise<void> {
  await withTx(ctx, async (ctx) => {
    await closePhase(ctx, row, {
      state: 'failed',
      phase: null,
      error: { ...failure },
      finishedAt: ctx.clock(),
    });
    await clearStaged(ctx, row.id);
    if (row.state !== 'running') await clearProblems(ctx, row.id);
    await audit(ctx, { ...importRecord(row, 'fail'), changes: { error: { to: failure.code } } });
  });
}

/** A format that the person tried and that does not fit the file: what was known before still holds. */
async function backToMapping(ctx: Ctx, row: ImportRow, failure: ImportFailure): Promise<boolean> {
  const format = formatOf(row);
  if (row.state !== 'inspecting' || !format?.header) return false;
  const { override: _refused, ...known } = format as typeof format & { override?: unknown };
  await withTx(ctx, (ctx) =>
    closePhase(ctx, row, { state: 'mapping', phase: null, format: known as object, error: { ...failure } }),
  );
  return true;
}

async function doPhase(ctx: Ctx, row: ImportRow, signal: AbortSignal): Promise<void> {
  if (row.state === 'inspecting') await inspectImport(ctx, row, signal);
  else if (row.state === 'planning') await planRun(ctx, row, signal);
  else await runImport(ctx, row, signal);
}

/**
 * Does the phase that the import is in, to its end: looks into the file, plans, or runs. Harmless to repeat and to
 * run twice at a time: whoever began last goes on from what is committed, the other one stops. A fault of the file
 * fails the import and changes nothing.
 */
export async function advanceImport(ctx: Ctx, importId: string, signal: AbortSignal): Promise<void> {
  const row = await claimImport(ctx, importId);
  if (!row) return;
  try {
    await doPhase(ctx, row, signal);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    if (!(error instanceof ImportFileError)) throw error;
    const failure = failureOf(error);
    await backToMapping(ctx, row, failure)
      .then((back) => (back ? undefined : fail(ctx, row, failure)))
      .catch((lost: unknown) => {
        if (!(lost instanceof ClaimLost)) throw lost;
      });
  }
}

/** Marks an import that no repeat could save; what has been imported until then stays. */
export async function failImport(ctx: Ctx, importId: string): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const failure: ImportFailure = {
      code: 'failed',
      line: null,
      column: null,
      hint: null,
      detail: 'the import was tried several times and could not be finished',
    };
    const { count } = await ctx.tx.db.import.updateMany({
      where: { tenantId: ctx.tenantId, id: importId, state: { in: [...activeStates] } },
      data: {
        state: 'failed',
        phase: null,
        error: { ...failure },
        finishedAt: ctx.clock(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return;
    await clearStaged(ctx, importId);
    await audit(ctx, { action: 'import.fail', entityType: 'import', entityId: importId });
  });
}
