'use server';

import {
  archiveCustomer,
  bulkCustomers,
  createCustomer,
  restoreCustomer,
  updateCustomer,
} from '@countinghouse/core/customers';
import type {
  BulkCustomersInput,
  CreateCustomerInput,
  UpdateCustomerInput,
} from '@countinghouse/core/customers/schemas';
import { inCompany } from '../../../../server/action';

export async function createCustomerAction(tenant: string, input: CreateCustomerInput) {
  return inCompany(tenant, (ctx) => createCustomer(ctx, input));
}

export async function updateCustomerAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateCustomerInput,
) {
  return inCompany(tenant, (ctx) => updateCustomer(ctx, id, version, input));
}

export async function archiveCustomerAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => archiveCustomer(ctx, id));
}

export async function restoreCustomerAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => restoreCustomer(ctx, id));
}

export async function bulkCustomersAction(tenant: string, input: BulkCustomersInput) {
  return inCompany(tenant, (ctx) => bulkCustomers(ctx, input));
}
