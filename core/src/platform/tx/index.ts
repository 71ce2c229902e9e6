import pg from 'pg';
import type { Ctx, TxCtx } from '../context';
import { pool } from '../db/pool';
import type { Sql } from '../db/sql';
import { PLAN_ONCE, sendAhead, Tx } from './tx';

export { withSnapshot, type Snapshot } from './snapshot';
export { GroupCommit, togetherOrAlone } from './group-commit';
export { Tx } from './tx';

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const attempts = 3;

/** Thrown inside `withTx` when what the work was built on has changed meanwhile: the transaction starts again. */
export class StartAgain extends Error {
  readonly code = SERIALIZATION_FAILURE;
}

const canRetry = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === DEADLOCK || error.code === SERIALIZATION_FAILURE);

/** How Postgres is to plan a reading statement, where it does not find out by itself. */
export type Planning =
  /** Once per connection: the best plan does not depend on the parameters, and planning takes as long as running. */
  | 'once'
  /** Anew each time: the best plan depends on the parameters. */
  | 'each-time'
  /** Anew each time, and along an index rather than by sorting what was found. */
  | 'along-index';

const settingsOf: Record<Planning, string> = {
  once: `; ${PLAN_ONCE}`,
  'each-time': '; set local plan_cache_mode to force_custom_plan',
  'along-index': '; set local plan_cache_mode to force_custom_plan; set local enable_bitmapscan to off',
};

// What opens a transaction goes as one message: for short statements, messages are a good part of the work.
const inCompany = (tenantId: string) => `set local app.tenant_id to ${pg.escapeLiteral(tenantId)}`;
const enterSystem = 'set local role countinghouse_system';

// A transaction of its own: its commit, made the usual way, writes all of the log before it to the disk.
const flush = {
  name: 'flush',
  text: `select pg_logical_emit_message(true, 'countinghouse', '')`,
};

/**
 * Commits, and returns when the changes are on the disk. With `early`, locks are free before that: the commit itself
 * does not wait, the one behind it does for both (ADR 0013).
 */
async function commit(client: pg.PoolClient, early: boolean): Promise<void> {
  if (early) sendAhead(client, 'set local synchronous_commit to off');
  const commits = [client.query('commit')];
  if (early) commits.push(client.query(flush));
  const [committed] = await Promise.all(commits);
  // Postgres answers the commit of a failed transaction with ROLLBACK and no error.
  if (committed?.command === 'COMMIT') return;
  throw new Error('the transaction had failed before its commit');
}

async function inTransaction<Result>(setting: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  const tx = new Tx(client);
  try {
    sendAhead(client, `begin; ${setting}`);
    const result = await work(tx);
    await commit(client, tx.letsGoEarly);
    tx.committed();
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Runs `work` in a transaction of the context's company, or joins the one that is open. Everything in it is
 * kept or nothing is. A deadlock or `StartAgain` is tried again, up to three times, so `work` has no effect but on the
 * database. No network inside.
 */
export async function withTx<Result>(ctx: Ctx, work: (ctx: TxCtx) => Promise<Result>): Promise<Result> {
  if (ctx.tx) return work(ctx as TxCtx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(inCompany(ctx.tenantId), (tx) => work({ ...ctx, tx }));
    } catch (error) {
      if (attempt === attempts || !canRetry(error)) throw error;
    }
  }
}

/**
 * Runs one reading statement in a company, in one round trip; inside a transaction it is part of that, and
 * `planning` says nothing.
 */
export async function readOne<Row extends object>(
  ctx: Ctx,
  statement: Sql,
  planning?: Planning,
): Promise<Row[]> {
  if (ctx.tx) return ctx.tx.query<Row>(statement);
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    const tx = new Tx(client);
    const settings = inCompany(ctx.tenantId) + (planning ? settingsOf[planning] : '');
    sendAhead(client, `begin read only; ${settings}`);
    const rows = tx.query<Row>(statement);
    const done = client.query('commit').catch((failure: Error) => {
      broken = failure;
    });
    try {
      return await rows;
    } finally {
      await done;
    }
  } finally {
    client.release(broken);
  }
}

/**
 * Runs `work` across companies, as the role that may see the few tables the product itself needs: outbox,
 * memberships, invitations, API keys, mails, and the states of background work.
 */
export async function withSystemTx<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inTransaction(enterSystem, work);
}
