import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** Sends one mail. Repeats span three quarters of an hour: mail servers ask to come back later. */
export const mailSend = defineJob({
  name: 'mail.send',
  queue: 'mail',
  payload: z.object({ mailId: z.uuid() }),
  attempts: 10,
  backoffMs: 5_000,
  deadlineMs: 120_000,
});
