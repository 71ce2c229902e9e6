'use server';

import { createApiKey, revokeApiKey, type CreateApiKeyInput } from '@countinghouse/core/api-keys';
import { inCompany } from '../../../../../server/action';

export async function createKeyAction(tenant: string, input: CreateApiKeyInput) {
  return inCompany(tenant, (ctx) => createApiKey(ctx, input));
}

export async function revokeKeyAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => revokeApiKey(ctx, id));
}
