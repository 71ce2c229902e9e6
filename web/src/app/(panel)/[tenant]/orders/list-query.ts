import {
  OrderFilters,
  orderSorts,
  type ListOrdersInput,
  type OrderSort,
} from '@countinghouse/core/orders/schemas';
import { openStatuses } from '@countinghouse/core/orders/states';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export interface OrdersQuery {
  /** Filters as they stand in the address and as the export takes them. */
  filters: Record<string, string>;
  sort: OrderSort;
  cursor: string | undefined;
  columns: string | undefined;
}

/** Reads the address of the list. What does not fit is left out: an old link still shows a list. */
export function ordersQuery(search: SearchParams): OrdersQuery {
  const filters: Record<string, string> = {};
  for (const name of Object.keys(OrderFilters.shape)) {
    const value = one(search[name])?.trim();
    if (value && OrderFilters.safeParse({ [name]: value }).success) filters[name] = value;
  }
  const sort = orderSorts.find((each) => each === one(search['sort'])) ?? '-placedAt';
  return { filters, sort, cursor: one(search['cursor']), columns: one(search['columns']) };
}

/** The query as the list's verb takes it; the verb checks it again. */
export const ordersInput = ({ filters, sort, cursor }: OrdersQuery): ListOrdersInput => ({
  ...(filters as Omit<ListOrdersInput, 'limit'>),
  sort,
  limit: PAGE_ROWS,
  ...(cursor && { cursor }),
});

export const openFilter = openStatuses.join(',');
