import { refreshCustomerFigures } from '@countinghouse/core/orders';
import { customersOrdered } from '@countinghouse/core/orders/jobs';
import { companyOf, handle } from '../../handler';
import { together } from '../../together';

/** Keeps what is shown of each customer's orders in step with them. */
export const followOrders = handle(customersOrdered, {
  run: (run) =>
    together(run, customersOrdered, (payloads) =>
      refreshCustomerFigures(
        companyOf(run),
        payloads.flatMap(({ customerIds }) => customerIds),
      ),
    ),
});
