import { z } from 'zod';

export const queueNames = ['default', 'mail', 'exports', 'imports', 'documents'] as const;
export type QueueName = (typeof queueNames)[number];

/** A kind of background work: what producers may send and how it is tried. The handler lives in the worker. */
export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  /** `export.run`, `mail.send` … */
  readonly name: string;
  readonly queue: QueueName;
  /** Ids, never data: the handler reads the state from Postgres. */
  readonly payload: Schema;
  /** How often it is tried before it counts as failed. */
  readonly attempts: number;
  /** Wait before the first repeat, in milliseconds; doubled for each further one. */
  readonly backoffMs: number;
  /** A run that takes longer is aborted, in milliseconds. */
  readonly deadlineMs: number;
  /** Wait before the first run, in milliseconds: work of one kind can gather in that time. */
  readonly delayMs: number;
  /** How many of these one company may have running at a time (rule 12). */
  readonly perTenant: number;
}

export function defineJob<Schema extends z.ZodType>(
  definition: Pick<JobDefinition<Schema>, 'name' | 'payload'> & Partial<JobDefinition<Schema>>,
): JobDefinition<Schema> {
  return {
    queue: 'default',
    attempts: 5,
    backoffMs: 2_000,
    deadlineMs: 60_000,
    delayMs: 0,
    perTenant: 20,
    ...definition,
  };
}

/** What travels through Redis: enough to find the outbox row, which stays the truth. */
export const JobEnvelope = z.object({
  outboxId: z.uuid(),
  tenantId: z.uuid().nullable(),
  payload: z.unknown(),
});
export type JobEnvelope = z.infer<typeof JobEnvelope>;
