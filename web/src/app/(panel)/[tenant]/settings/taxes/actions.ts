'use server';

import {
  archiveTaxCategory,
  createTaxCategory,
  restoreTaxCategory,
  setDefaultTaxCategory,
  updateTaxCategory,
} from '@countinghouse/core/taxes';
import type { CreateTaxCategoryInput, UpdateTaxCategoryInput } from '@countinghouse/core/taxes/schemas';
import { inCompany } from '../../../../../server/action';

const moves = { archive: archiveTaxCategory, restore: restoreTaxCategory, default: setDefaultTaxCategory };
export type TaxMove = keyof typeof moves;

export async function createTaxAction(tenant: string, input: CreateTaxCategoryInput) {
  return inCompany(tenant, (ctx) => createTaxCategory(ctx, input));
}

export async function updateTaxAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateTaxCategoryInput,
) {
  return inCompany(tenant, (ctx) => updateTaxCategory(ctx, id, version, input));
}

export async function moveTaxAction(tenant: string, id: string, move: TaxMove) {
  return inCompany(tenant, (ctx) => moves[move](ctx, id));
}
