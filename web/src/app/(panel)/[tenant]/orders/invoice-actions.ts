'use server';

import {
  bulkInvoiceOrders,
  createDeposit,
  invoiceOrders,
  type BulkInvoiceInput,
  type DepositInput,
  type InvoiceOrdersInput,
} from '@countinghouse/core/invoices';
import { inCompany } from '../../../../server/action';
import { refusalsInWords } from '../../../../server/refusals';

export async function invoiceOrdersAction(tenant: string, input: InvoiceOrdersInput) {
  return inCompany(tenant, (ctx) => invoiceOrders(ctx, input));
}

export async function createDepositAction(tenant: string, input: DepositInput) {
  return inCompany(tenant, (ctx) => createDeposit(ctx, input));
}

export async function bulkInvoiceOrdersAction(tenant: string, input: BulkInvoiceInput) {
  return inCompany(tenant, async (ctx) => refusalsInWords(await bulkInvoiceOrders(ctx, input)));
}
