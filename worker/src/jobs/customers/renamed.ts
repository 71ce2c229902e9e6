import { customerRenamed } from '@countinghouse/core/customers/jobs';
import { refreshOrderSearch } from '@countinghouse/core/orders';
import { companyOf, handle } from '../../handler';

/** Lets the orders of a customer be found by its new name and e-mails. */
export const refreshRenamed = handle(customerRenamed, {
  run: (run) => refreshOrderSearch(companyOf(run), run.payload.customerId, run.signal),
});
