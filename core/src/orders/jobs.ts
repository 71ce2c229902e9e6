import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** Customers have ordered or returned something, or their orders have changed: what waits is to be added up. */
export const customersOrdered = defineJob({
  name: 'order.customers-ordered',
  payload: z.object({}),
  // Orders come in flocks: a moment later one run does the work of all of them.
  delayMs: 1_000,
  perTenant: 1,
});
