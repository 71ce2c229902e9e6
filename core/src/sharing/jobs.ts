import { z } from 'zod';
import { Id } from '../platform/ids';
import { defineJob } from '../platform/queues';

/** Writes the mail of a sending once its PDF is there. Repeats wait for the printer, together for some hours. */
export const documentSend = defineJob({
  name: 'document.send',
  queue: 'mail',
  payload: z.object({ sendingId: Id }),
  attempts: 14,
  backoffMs: 1_000,
  deadlineMs: 60_000,
});
