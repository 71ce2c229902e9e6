import {
  OfferFilters,
  offerSorts,
  type ListOffersInput,
  type OfferSort,
} from '@countinghouse/core/offers/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

export const offersQuery = (search: SearchParams): ListQuery<OfferSort> =>
  readListQuery(search, OfferFilters, ['-issueDate', ...offerSorts]);

export const offersInput = (query: ListQuery<OfferSort>): ListOffersInput => listInput(query);
