import {
  ListRecurringInvoicesInput,
  type ListRecurringInvoicesInput as ListInput,
} from '@countinghouse/core/recurring-invoices/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery } from '../_components/list-query';

const filters = ListRecurringInvoicesInput.omit({ limit: true, cursor: true });

export const recurringQuery = (search: SearchParams) => readListQuery(search, filters, ['nextDate']);

export function recurringInput(query: ReturnType<typeof recurringQuery>): ListInput {
  const { sort: _, ...input } = listInput<ListInput & { sort: string }>(query);
  return input;
}
