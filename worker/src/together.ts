import { forgetWork, waitingWork } from '@countinghouse/core/platform/outbox';
import type { JobDefinition } from '@countinghouse/core/platform/queues';
import type { z } from 'zod';
import { companyOf, type JobRun } from './handler';

const MOST = 2_000;

/**
 * Does the work of a run and of all rows of the same kind that wait in its company. They leave the outbox when the
 * work is done: a crash in between only repeats it.
 */
export async function together<Schema extends z.ZodType>(
  run: JobRun<z.output<Schema>>,
  job: JobDefinition<Schema>,
  work: (payloads: z.output<Schema>[]) => Promise<void>,
): Promise<void> {
  const others = await waitingWork(companyOf(run).tenantId, job, MOST);
  await work([run.payload, ...others.map(({ payload }) => payload)]);
  if (others.length > 0) await forgetWork(others.map(({ id }) => id));
}
