import { DelayedError, type Job } from 'bullmq';
import { systemCtx, type Ctx } from '@countinghouse/core/platform/context';
import { sql } from '@countinghouse/core/platform/db';
import { log } from '@countinghouse/core/platform/log';
import { observeJob } from '@countinghouse/core/platform/metrics';
import { JobEnvelope } from '@countinghouse/core/platform/queues';
import { withSystemTx } from '@countinghouse/core/platform/tx';
import { PermanentFailure, type JobHandler } from './handler';
import type { RunLocks } from './lock';

const BUSY_RETRY_MS = 1_000;

const isOpen = async (outboxId: string) =>
  (
    await withSystemTx((tx) =>
      tx.query(sql`select 1 from outbox where id = ${outboxId}::uuid and failed_at is null`),
    )
  ).length === 1;

const markDone = (outboxId: string) =>
  withSystemTx((tx) => tx.execute(sql`delete from outbox where id = ${outboxId}::uuid`));

const markFailed = (outboxId: string, error: unknown) =>
  withSystemTx((tx) =>
    tx.execute(sql`update outbox set failed_at = now(), error = ${String(error).slice(0, 500)}
                   where id = ${outboxId}::uuid`),
  );

interface Runtime {
  handlers: ReadonlyMap<string, JobHandler>;
  locks: RunLocks;
  /** Aborted when the worker stops: runs end early and are taken up again by the next worker. */
  stopping: AbortSignal;
}

async function attempt(
  runtime: Runtime,
  job: Job,
  handler: JobHandler,
  envelope: JobEnvelope,
): Promise<void> {
  const ctx: Ctx | null = envelope.tenantId
    ? systemCtx(envelope.tenantId, handler.job.name, envelope.outboxId)
    : null;
  const logger = (ctx?.log ?? log()).child({ operation: handler.job.name, jobId: job.id });
  const parsed = handler.job.payload.safeParse(envelope.payload);
  const began = performance.now();
  const deadline = AbortSignal.timeout(handler.job.deadlineMs);
  const signal = AbortSignal.any([deadline, runtime.stopping]);
  try {
    if (!parsed.success) throw new PermanentFailure('the payload does not fit the job');
    await handler.run({ ctx, payload: parsed.data, signal, log: logger });
    await markDone(envelope.outboxId);
    observeJob({ job: handler.job.name, outcome: 'done', seconds: (performance.now() - began) / 1_000 });
    logger.info({ duration: Math.round(performance.now() - began), success: true }, 'job done');
  } catch (error) {
    if (runtime.stopping.aborted) throw error;
    const last = error instanceof PermanentFailure || job.attemptsMade + 1 >= handler.job.attempts;
    const duration = Math.round(performance.now() - began);
    observeJob({ job: handler.job.name, outcome: last ? 'failed' : 'repeated', seconds: duration / 1_000 });
    logger[last ? 'error' : 'warn']({ err: error, duration, success: false, last }, 'job failed');
    if (!last) throw error;
    if (parsed.success) await handler.giveUp?.({ ctx, payload: parsed.data, log: logger, error });
    await markFailed(envelope.outboxId, error);
  }
}

/** Makes the function that BullMQ calls for each job of any queue. */
export function createProcessor(runtime: Runtime) {
  return async (job: Job, token?: string): Promise<void> => {
    const envelope = JobEnvelope.parse(job.data);
    const handler = runtime.handlers.get(job.name);
    if (!handler) throw new Error(`no handler for ${job.name}`);
    if (!(await runtime.locks.take(envelope.outboxId))) {
      await job.moveToDelayed(Date.now() + BUSY_RETRY_MS, token);
      throw new DelayedError();
    }
    try {
      if (await isOpen(envelope.outboxId)) await attempt(runtime, job, handler, envelope);
    } finally {
      await runtime.locks.give(envelope.outboxId);
    }
  };
}
