import { z } from 'zod';
import { defineJob } from '../platform/queues';

export const runExportJob = defineJob({
  name: 'export.run',
  queue: 'exports',
  payload: z.object({ exportId: z.uuid() }),
  attempts: 5,
  deadlineMs: 15 * 60_000,
  perTenant: 1,
});
