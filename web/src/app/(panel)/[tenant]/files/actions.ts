'use server';

import {
  completeUpload,
  deleteFile,
  requestUpload,
  type RequestUploadInput,
} from '@countinghouse/core/files';
import { inCompany } from '../../../../server/action';

export async function requestUploadAction(tenant: string, input: RequestUploadInput) {
  return inCompany(tenant, (ctx) => requestUpload(ctx, input));
}

export async function completeUploadAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => completeUpload(ctx, id));
}

export async function deleteFileAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => deleteFile(ctx, id));
}
