'use server';

import { cancelExport, createExport, type CreateExportInput } from '@countinghouse/core/exports';
import { inCompany } from '../../../../server/action';

export async function createExportAction(tenant: string, input: CreateExportInput) {
  return inCompany(tenant, (ctx) => createExport(ctx, input));
}

export async function cancelExportAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => cancelExport(ctx, id));
}
