import { runRecurringInvoices } from '@countinghouse/core/recurring-invoices';
import { recurringInvoicesRun } from '@countinghouse/core/recurring-invoices/jobs';
import { companyOf, handle } from '../../handler';

/** Makes, issues and sends the recurring invoices that are due in a company. */
export const runRecurringHandler = handle(recurringInvoicesRun, {
  run: (run) => runRecurringInvoices(companyOf(run), run.signal),
});
