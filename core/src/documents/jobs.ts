import { z } from 'zod';
import { Id } from '../platform/ids';
import { defineJob } from '../platform/queues';

/** Prints documents; a hundred that were issued together are printed as one and split. */
export const documentPrint = defineJob({
  name: 'document.print',
  queue: 'documents',
  payload: z.object({ documentIds: z.array(Id).min(1).max(100) }),
  attempts: 6,
  deadlineMs: 5 * 60_000,
  perTenant: 4,
});
