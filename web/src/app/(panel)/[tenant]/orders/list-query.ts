import {
  OrderFilters,
  orderSorts,
  type ListOrdersInput,
  type OrderSort,
} from '@countinghouse/core/orders/schemas';
import { openStatuses } from '@countinghouse/core/orders/states';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

export type OrdersQuery = ListQuery<OrderSort>;

export const ordersQuery = (search: SearchParams): OrdersQuery =>
  readListQuery(search, OrderFilters, ['-placedAt', ...orderSorts]);

export const ordersInput = (query: OrdersQuery): ListOrdersInput => listInput(query);

export const openFilter = openStatuses.join(',');
