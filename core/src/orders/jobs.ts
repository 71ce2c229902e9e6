import { z } from 'zod';
import { Id } from '../platform/ids';
import { defineJob } from '../platform/queues';

/** Customers have ordered or returned something, or their orders have changed: their figures have to follow. */
export const customersOrdered = defineJob({
  name: 'order.customers-ordered',
  payload: z.object({ customerIds: z.array(Id).min(1) }),
  // Orders come in flocks: a moment later one run does the work of all of them.
  delayMs: 1_000,
  perTenant: 1,
});
