import { rebuildOrderDays } from '@countinghouse/core/orders';
import { replanRecurringInvoices } from '@countinghouse/core/recurring-invoices';
import { replanReminders } from '@countinghouse/core/reminders';
import { timeZoneChanged } from '@countinghouse/core/tenants/jobs';
import { companyOf, handle } from '../../handler';

/** Counts the orders per day again, by the days of the company's new time zone, and plans by its hours. */
export const followZone = handle(timeZoneChanged, {
  run: async (run) => {
    const ctx = companyOf(run);
    await replanRecurringInvoices(ctx);
    await replanReminders(ctx);
    await rebuildOrderDays(ctx);
  },
});
