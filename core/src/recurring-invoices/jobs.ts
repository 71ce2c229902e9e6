import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** Makes, issues and sends what is due in a company. State in Postgres says what that is. */
export const recurringInvoicesRun = defineJob({
  name: 'recurring-invoice.run',
  payload: z.object({}),
  deadlineMs: 15 * 60_000,
  perTenant: 1,
});
