import {
  CustomerFilters,
  customerSorts,
  type CustomerSort,
  type ListCustomersInput,
} from '@countinghouse/core/customers/schemas';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export interface CustomersQuery {
  /** Filters as they stand in the address and as the export takes them. */
  filters: Record<string, string>;
  sort: CustomerSort;
  cursor: string | undefined;
  columns: string | undefined;
}

/** Reads the address of the list. What does not fit is left out: an old link still shows a list. */
export function customersQuery(search: SearchParams): CustomersQuery {
  const filters: Record<string, string> = {};
  for (const name of Object.keys(CustomerFilters.shape)) {
    const value = one(search[name])?.trim();
    if (value && CustomerFilters.safeParse({ [name]: value }).success) filters[name] = value;
  }
  const sort = customerSorts.find((each) => each === one(search['sort'])) ?? 'name';
  return { filters, sort, cursor: one(search['cursor']), columns: one(search['columns']) };
}

/** The query as the list's verb takes it; the verb checks it again. */
export const customersInput = ({ filters, sort, cursor }: CustomersQuery): ListCustomersInput => ({
  ...(filters as Omit<ListCustomersInput, 'limit'>),
  sort,
  limit: PAGE_ROWS,
  ...(cursor && { cursor }),
});
