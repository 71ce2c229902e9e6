import { rebuildOrderDays } from '@countinghouse/core/orders';
import { timeZoneChanged } from '@countinghouse/core/tenants/jobs';
import { companyOf, handle } from '../../handler';

/** Counts the orders per day again, by the days of the company's new time zone. */
export const rebuildDays = handle(timeZoneChanged, {
  run: async (run) => {
    await rebuildOrderDays(companyOf(run));
  },
});
