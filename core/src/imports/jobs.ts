import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** Does the phase that an import is in: looking into the file, planning, or running. */
export const advanceImportJob = defineJob({
  name: 'import.advance',
  queue: 'imports',
  payload: z.object({ importId: z.uuid() }),
  attempts: 5,
  deadlineMs: 30 * 60_000,
  perTenant: 1,
});
