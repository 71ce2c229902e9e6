'use server';

import {
  archiveProduct,
  bulkProducts,
  createProduct,
  restoreProduct,
  updateProduct,
} from '@countinghouse/core/products';
import type {
  BulkProductsInput,
  CreateProductInput,
  UpdateProductInput,
} from '@countinghouse/core/products/schemas';
import { inCompany } from '../../../../server/action';

export async function createProductAction(tenant: string, input: CreateProductInput) {
  return inCompany(tenant, (ctx) => createProduct(ctx, input));
}

export async function updateProductAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateProductInput,
) {
  return inCompany(tenant, (ctx) => updateProduct(ctx, id, version, input));
}

export async function archiveProductAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => archiveProduct(ctx, id));
}

export async function restoreProductAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => restoreProduct(ctx, id));
}

export async function bulkProductsAction(tenant: string, input: BulkProductsInput) {
  return inCompany(tenant, (ctx) => bulkProducts(ctx, input));
}
