import type { z } from 'zod';
import { config } from '../config';
import type { TxCtx } from '../context';
import { sql } from '../db';
import { newId } from '../ids';
import { redis, type JobDefinition } from '../queues';
import type { Tx } from '../tx';

/** Channel on which a commit tells the relay that there is work. Only a hint: the relay also looks by itself. */
export const outboxChannel = () => `${config().REDIS_PREFIX}:outbox`;

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
  availableAt: Date = new Date(),
): Promise<string> {
  const id = newId();
  await tx.execute(sql`
    insert into outbox (id, tenant_id, job, payload, available_at)
    values (${id}::uuid, ${tenantId}::uuid, ${job.name}, ${JSON.stringify(payload)}::jsonb, ${availableAt})`);
  tx.afterCommit(() => {
    redis()
      .publish(outboxChannel(), job.name)
      .catch(() => undefined);
  });
  return id;
}

/** `enqueueFor` the company of the context. */
export function enqueue<Schema extends z.ZodType>(
  ctx: TxCtx,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
): Promise<string> {
  return enqueueFor(ctx.tx, ctx.tenantId, job, payload);
}
