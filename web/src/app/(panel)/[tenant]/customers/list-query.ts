import {
  CustomerFilters,
  customerSorts,
  type ListCustomersInput,
  type CustomerSort,
} from '@countinghouse/core/customers/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

export type CustomersQuery = ListQuery<CustomerSort>;

export const customersQuery = (search: SearchParams): CustomersQuery =>
  readListQuery(search, CustomerFilters, ['name', ...customerSorts]);

export const customersInput = (query: CustomersQuery): ListCustomersInput => listInput(query);
