import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** A company's daily look at its late invoices. */
export const remindersRun = defineJob({
  name: 'reminder.run',
  payload: z.object({}),
  deadlineMs: 15 * 60_000,
  perTenant: 1,
});
