import {
  ProductFilters,
  productSorts,
  type ProductSort,
  type ListProductsInput,
} from '@countinghouse/core/products/schemas';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export interface ProductsQuery {
  /** Filters as they stand in the address and as the export takes them. */
  filters: Record<string, string>;
  sort: ProductSort;
  cursor: string | undefined;
  columns: string | undefined;
}

/** Reads the address of the list. What does not fit is left out: an old link still shows a list. */
export function productsQuery(search: SearchParams): ProductsQuery {
  const filters: Record<string, string> = {};
  for (const name of Object.keys(ProductFilters.shape)) {
    const value = one(search[name])?.trim();
    if (value && ProductFilters.safeParse({ [name]: value }).success) filters[name] = value;
  }
  const sort = productSorts.find((each) => each === one(search['sort'])) ?? 'name';
  return { filters, sort, cursor: one(search['cursor']), columns: one(search['columns']) };
}

/** The query as the list's verb takes it; the verb checks it again. */
export const productsInput = ({ filters, sort, cursor }: ProductsQuery): ListProductsInput => ({
  ...(filters as Omit<ListProductsInput, 'limit'>),
  sort,
  limit: PAGE_ROWS,
  ...(cursor && { cursor }),
});
