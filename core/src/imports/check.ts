import { Prisma } from '../platform/db';
import type { Ctx } from '../platform/context';
import { withTx } from '../platform/tx';
import { closePhase, reportProgress } from './claim';
import { evaluateNext, loadRules, type Verdict } from './evaluate';
import { clearProblems, type ImportRow } from './internal';
import { KnownPartners, type Missing, type Partners } from './match';
import { insertProblems } from './problems.sql';
import type { ImportProblem } from './problems';
import { stageLines } from './stage';
import { addVerdict, emptyResult, toPlan } from './tally';

const ORDERS_PER_BATCH = 250;
const SHOWN_PROBLEMS = 20;

/** Counts each customer and product once, as new or as known. */
class Seen {
  private readonly fresh = { customers: new Set<string>(), products: new Set<string>() };
  private readonly known = { customers: new Set<string>(), products: new Set<string>() };

  /** @returns how many were not seen before and are new */
  add(verdict: Verdict, found: Partners, missing: Missing): { customers: number; products: number } {
    const before = { customers: this.fresh.customers.size, products: this.fresh.products.size };
    for (const { number } of missing.customers) this.fresh.customers.add(number);
    for (const { sku } of missing.products) this.fresh.products.add(sku);
    for (const { draft } of verdict.orders) {
      if (draft.customer && found.customers.has(draft.customer.number))
        this.known.customers.add(draft.customer.number);
      for (const [, sku] of draft.lines) if (sku && found.products.has(sku)) this.known.products.add(sku);
    }
    return {
      customers: this.fresh.customers.size - before.customers,
      products: this.fresh.products.size - before.products,
    };
  }

  get knownCounts() {
    return { customers: this.known.customers.size, products: this.known.products.size };
  }
}

/**
 * Reads the whole file and finds out what the import would do, by the same decisions that it will take.
 * @throws ImportFileError, ClaimLost
 */
export async function planRun(ctx: Ctx, row: ImportRow, signal: AbortSignal): Promise<void> {
  const { orders: total } = await stageLines(ctx, row, signal);
  await withTx(ctx, async (ctx) => {
    await reportProgress(ctx, row, { phase: 'checking', done: 0, total });
    await clearProblems(ctx, row.id);
  });
  const rules = await loadRules(ctx, row);
  const [partners, seen] = [new KnownPartners(), new Seen()];
  const problems: ImportProblem[] = [];
  let would = emptyResult();
  const evaluate = (after: number) => evaluateNext(ctx, row, rules, after, ORDERS_PER_BATCH);
  for (let verdict = await evaluate(0); verdict;) {
    signal.throwIfAborted();
    const checked = verdict;
    const next = evaluate(checked.cursor);
    next.catch(() => undefined);
    try {
      const { found, missing } = await partners.match(ctx, checked.orders);
      would = addVerdict(would, checked, seen.add(checked, found, missing));
      problems.push(...checked.problems.slice(0, SHOWN_PROBLEMS - problems.length));
      await withTx(ctx, async (ctx) => {
        await Promise.all([
          insertProblems(ctx, row.id, checked.problems),
          reportProgress(ctx, row, { phase: 'checking', done: checked.cursor, total }),
        ]);
      });
    } finally {
      await next.catch(() => undefined);
    }
    verdict = await next;
  }
  const plan = toPlan(
    would,
    seen.knownCounts,
    problems.sort((a, b) => a.line - b.line),
  );
  await withTx(ctx, (ctx) =>
    closePhase(ctx, row, {
      state: 'planned',
      phase: null,
      progressDone: total,
      plan: plan as object,
      result: Prisma.DbNull,
      cursor: 0,
    }),
  );
}
