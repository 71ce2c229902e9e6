import {
  PaymentFilters,
  paymentSorts,
  type ListPaymentsInput,
  type PaymentSort,
} from '@countinghouse/core/payments/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

export type PaymentsQuery = ListQuery<PaymentSort>;

export const paymentsQuery = (search: SearchParams): PaymentsQuery =>
  readListQuery(search, PaymentFilters, ['-day', ...paymentSorts]);

export const paymentsInput = (query: PaymentsQuery): ListPaymentsInput => listInput(query);
