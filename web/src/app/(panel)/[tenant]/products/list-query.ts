import {
  ProductFilters,
  productSorts,
  type ListProductsInput,
  type ProductSort,
} from '@countinghouse/core/products/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

export type ProductsQuery = ListQuery<ProductSort>;

export const productsQuery = (search: SearchParams): ProductsQuery =>
  readListQuery(search, ProductFilters, ['name', ...productSorts]);

export const productsInput = (query: ProductsQuery): ListProductsInput => listInput(query);
