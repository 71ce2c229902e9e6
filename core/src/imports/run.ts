import { audit } from '../platform/audit';
import { createPace } from '../platform/background';
import type { Ctx } from '../platform/context';
import { isUniqueViolation } from '../platform/db';
import { withTx } from '../platform/tx';
import { closePhase, reportProgress } from './claim';
import { evaluateNext, loadRules } from './evaluate';
import { clearProblems, clearStaged, importRecord, planOf, resultOf, type ImportRow } from './internal';
import { isStaged } from './lines.sql';
import { KnownPartners } from './match';
import type { ImportResult } from './schemas';
import { stageLines } from './stage';
import { emptyResult } from './tally';
import { writeVerdict } from './write';

const ORDERS_PER_BATCH = 250;
const ATTEMPTS = 3;

async function finish(ctx: Ctx, row: ImportRow, result: ImportResult): Promise<void> {
  await withTx(ctx, async (ctx) => {
    await closePhase(ctx, row, {
      state: 'done',
      phase: null,
      result: { ...result } as object,
      finishedAt: ctx.clock(),
    });
    await clearStaged(ctx, row.id);
    const { ordersCreated, linesImported, linesRejected, customersCreated, productsCreated } = result;
    const counts = {
      ordersCreated: ordersCreated.sales + ordersCreated.returns,
      linesImported,
      linesRejected,
      customersCreated,
      productsCreated,
    };
    await audit(ctx, {
      ...importRecord(row, 'finish'),
      changes: Object.fromEntries(Object.entries(counts).map(([name, to]) => [name, { to }])),
    });
  });
}

/**
 * Writes the orders of the file, batch by batch, from where the last committed one ended. One batch is decided about
 * while the one before is written.
 * @throws ClaimLost when it was cancelled or somebody else took over
 */
export async function runImport(ctx: Ctx, row: ImportRow, signal: AbortSignal): Promise<void> {
  const total = planOf(row)?.orders.total ?? 0;
  if (row.cursor < total && !(await isStaged(ctx, row.id))) await stageLines(ctx, row, signal);
  await withTx(ctx, async (ctx) => {
    await reportProgress(ctx, row, { phase: 'writing', done: row.cursor, total });
    if (row.cursor === 0) await clearProblems(ctx, row.id);
  });
  const rules = await loadRules(ctx, row);
  const partners = new KnownPartners();
  let result = resultOf(row) ?? emptyResult();
  const evaluate = (after: number) => evaluateNext(ctx, row, rules, after, ORDERS_PER_BATCH);
  let verdict = await evaluate(row.cursor);
  let after = row.cursor;
  const pace = createPace();
  for (let attempt = 1; verdict;) {
    signal.throwIfAborted();
    const begunAt = performance.now();
    const next = evaluate(verdict.cursor);
    next.catch(() => undefined);
    try {
      result = await writeVerdict(ctx, row, rules, verdict, result, partners);
    } catch (error) {
      await next.catch(() => undefined);
      // Somebody has just made an order with one of these numbers: it exists now.
      if (!isUniqueViolation(error) || (attempt += 1) > ATTEMPTS) throw error;
      verdict = await evaluate(after);
      continue;
    }
    after = verdict.cursor;
    attempt = 1;
    verdict = await next;
    await pace(performance.now() - begunAt);
  }
  await finish(ctx, row, result);
}
