import { z } from 'zod';
import { defineJob } from '../platform/queues';

/** The company's days begin at other instants now: whatever is kept by day must be counted again. */
export const timeZoneChanged = defineJob({
  name: 'tenant.zone-changed',
  payload: z.object({}),
  deadlineMs: 300_000,
  perTenant: 1,
});
