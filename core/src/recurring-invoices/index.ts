export { createRecurringInvoice } from './create';
export { getRecurringInvoice } from './get';
export { listRecurringInvoices } from './list';
export {
  endRecurringInvoice,
  pauseRecurringInvoice,
  resumeRecurringInvoice,
  retryRecurringInvoice,
  settleRecurringRuns,
} from './move';
export { previewRecurrence } from './preview';
export { runRecurringInvoices } from './run';
export { replanRecurringInvoices, sweepRecurringInvoices } from './sweep';
export { updateRecurringInvoice } from './update';
