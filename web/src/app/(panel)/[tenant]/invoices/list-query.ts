import {
  InvoiceFilters,
  invoiceSorts,
  type InvoiceSort,
  type ListInvoicesInput,
} from '@countinghouse/core/invoices/schemas';
import type { SearchParams } from '../../../../ui/table/types';
import { listInput, readListQuery, type ListQuery } from '../_components/list-query';

type InvoicesQuery = ListQuery<InvoiceSort>;

export const invoicesQuery = (search: SearchParams): InvoicesQuery =>
  readListQuery(search, InvoiceFilters, ['-issueDate', ...invoiceSorts]);

export const invoicesInput = (query: InvoicesQuery): ListInvoicesInput => listInput(query);
