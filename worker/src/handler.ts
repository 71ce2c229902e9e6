import type { Ctx } from '@countinghouse/core/platform/context';
import type { Logger } from '@countinghouse/core/platform/log';
import type { JobDefinition } from '@countinghouse/core/platform/queues';
import type { z } from 'zod';

export interface JobRun<Payload> {
  /** The product acting in the job's company; null for work that belongs to no company. */
  ctx: Ctx | null;
  payload: Payload;
  /** Aborted at the deadline and when the worker stops. */
  signal: AbortSignal;
  log: Logger;
}

/** What the worker does for one kind of job. Runs at least once: the state in Postgres decides what is left. */
export interface JobHandler {
  readonly job: JobDefinition;
  run(run: JobRun<unknown>): Promise<void>;
  /** After the last attempt: say so in the record that the job worked for. */
  giveUp?(run: Omit<JobRun<unknown>, 'signal'> & { error: unknown }): Promise<void>;
}

interface TypedHandler<Schema extends z.ZodType> {
  run(run: JobRun<z.output<Schema>>): Promise<void>;
  giveUp?(run: Omit<JobRun<z.output<Schema>>, 'signal'> & { error: unknown }): Promise<void>;
}

/** Ties a handler to its definition; the runtime parses the payload before it calls. */
export function handle<Schema extends z.ZodType>(
  job: JobDefinition<Schema>,
  handler: TypedHandler<Schema>,
): JobHandler {
  return { job, ...handler };
}

/** The company's context of a job that always belongs to one. */
export function companyOf(run: { ctx: Ctx | null }): Ctx {
  if (!run.ctx) throw new PermanentFailure('the job names no company');
  return run.ctx;
}

/** A failure that no repeat can mend: the job is given up at once. */
export class PermanentFailure extends Error {}
