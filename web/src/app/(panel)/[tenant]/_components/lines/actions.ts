'use server';

import { suggestCustomers } from '@countinghouse/core/customers';
import { suggestProducts } from '@countinghouse/core/products';
import { inCompany } from '../../../../../server/action';

export async function suggestCustomersAction(tenant: string, text: string) {
  return inCompany(tenant, (ctx) => suggestCustomers(ctx, text));
}

export async function suggestProductsAction(tenant: string, text: string) {
  return inCompany(tenant, (ctx) => suggestProducts(ctx, text));
}
