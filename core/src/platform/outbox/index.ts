import type { z } from 'zod';
import { config } from '../config';
import type { TxCtx } from '../context';
import { sql, type Sql } from '../db';
import { newId } from '../ids';
import { redis, type JobDefinition } from '../queues';
import { withSystemTx, type Tx } from '../tx';

/** Channel on which a commit tells the relay that there is work. Only a hint: the relay also looks by itself. */
export const outboxChannel = () => `${config().REDIS_PREFIX}:outbox`;

const dueAt = (job: JobDefinition) => new Date(Date.now() + job.delayMs);

interface Work {
  id: string;
  /** The statement that writes it, to run beside or within another one. */
  insert: Sql;
}

/** Background work of a company as a statement, for jobs that wait before they run; else `enqueue` it. */
export function laterWork<Schema extends z.ZodType>(
  { tenantId }: TxCtx,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
): Sql {
  if (job.delayMs === 0) throw new Error(`${job.name} does not wait: nobody would wake the relay`);
  return work(tenantId, job, payload, dueAt(job)).insert;
}

function work<Schema extends z.ZodType>(
  tenantId: string | null,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
  availableAt: Date,
): Work {
  const id = newId();
  const insert = sql`
    insert into outbox (id, tenant_id, job, payload, available_at)
    values (${id}::uuid, ${tenantId}::uuid, ${job.name}, ${JSON.stringify(payload)}::jsonb, ${availableAt})`;
  return { id, insert };
}

/**
 * Writes background work in the transaction that makes it necessary (rule 10). It happens if and only if the
 * transaction is committed, at least once; its handler must bear being repeated.
 * @returns the id of the outbox row
 */
export async function enqueueFor<Schema extends z.ZodType>(
  tx: Tx,
  tenantId: string | null,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
  availableAt: Date = dueAt(job),
): Promise<string> {
  const { id, insert } = work(tenantId, job, payload, availableAt);
  await tx.execute(insert);
  if (availableAt.getTime() <= Date.now()) tx.afterCommit(wakeRelay);
  return id;
}

function wakeRelay(): void {
  redis()
    .publish(outboxChannel(), '')
    .catch(() => undefined);
}

/** `enqueueFor` the company of the context. */
export function enqueue<Schema extends z.ZodType>(
  ctx: TxCtx,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
): Promise<string> {
  return enqueueFor(ctx.tx, ctx.tenantId, job, payload);
}

interface WaitingRow<Payload> {
  id: string;
  payload: Payload;
}

/** Work of one kind that waits in a company and has not been handed over, the oldest first. */
export async function waitingWork<Schema extends z.ZodType>(
  tenantId: string,
  job: JobDefinition<Schema>,
  limit: number,
): Promise<WaitingRow<z.output<Schema>>[]> {
  const rows = await withSystemTx((tx) =>
    tx.query<WaitingRow<unknown>>(sql`
      select id, payload from outbox
      where tenant_id = ${tenantId}::uuid and job = ${job.name} and relayed_at is null and failed_at is null
      order by available_at, id limit ${limit}`),
  );
  return rows.map(({ id, payload }) => ({ id, payload: job.payload.parse(payload) }));
}

/** Takes rows whose work is done out of the outbox. */
export async function forgetWork(ids: readonly string[]): Promise<void> {
  await withSystemTx((tx) => tx.execute(sql`delete from outbox where id = any(${ids}::uuid[])`));
}
