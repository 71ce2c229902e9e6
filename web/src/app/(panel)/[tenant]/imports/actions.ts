'use server';

import {
  cancelImport,
  createImport,
  importUploaded,
  planImport,
  reinspectImport,
  startImport,
  type CreateImportInput,
  type ImportFormatInput,
  type PlanImportInput,
} from '@countinghouse/core/imports';
import { inCompany } from '../../../../server/action';

export async function createImportAction(tenant: string, input: CreateImportInput) {
  return inCompany(tenant, async (ctx) => {
    const { import: made, upload } = await createImport(ctx, input);
    return { id: made.id, upload };
  });
}

export async function importUploadedAction(tenant: string, id: string) {
  return inCompany(tenant, async (ctx) => (await importUploaded(ctx, id)).id);
}

export async function reinspectImportAction(
  tenant: string,
  id: string,
  version: number,
  input: ImportFormatInput,
) {
  return inCompany(tenant, async (ctx) => (await reinspectImport(ctx, id, input, version)).version);
}

export async function planImportAction(tenant: string, id: string, version: number, input: PlanImportInput) {
  return inCompany(tenant, async (ctx) => (await planImport(ctx, id, input, version)).version);
}

export async function startImportAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, async (ctx) => (await startImport(ctx, id, version)).version);
}

export async function cancelImportAction(tenant: string, id: string) {
  return inCompany(tenant, async (ctx) => (await cancelImport(ctx, id)).version);
}
