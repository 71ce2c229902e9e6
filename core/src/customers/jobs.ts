import { z } from 'zod';
import { Id } from '../platform/ids';
import { defineJob } from '../platform/queues';

/** A customer is found by other words now: orders carry its name and e-mails in their search text. */
export const customerRenamed = defineJob({
  name: 'customer.renamed',
  payload: z.object({ customerId: Id }),
  deadlineMs: 300_000,
  perTenant: 2,
});
