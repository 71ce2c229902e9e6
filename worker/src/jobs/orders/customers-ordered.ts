import { gatherCustomerFigures } from '@countinghouse/core/orders';
import { customersOrdered } from '@countinghouse/core/orders/jobs';
import { companyOf, handle } from '../../handler';
import { together } from '../../together';

/** Keeps what is shown of each customer's orders in step with them. */
export const followOrders = handle(customersOrdered, {
  run: (run) => together(run, customersOrdered, () => gatherCustomerFigures(companyOf(run))),
});
