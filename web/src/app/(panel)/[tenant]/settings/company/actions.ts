'use server';

import { updateCompanyProfile } from '@countinghouse/core/company';
import type { UpdateCompanyProfileInput } from '@countinghouse/core/company/schemas';
import { updateTenant, type UpdateTenantInput } from '@countinghouse/core/tenants';
import { inCompany } from '../../../../../server/action';

export async function updateCompanyAction(tenant: string, input: UpdateTenantInput) {
  return inCompany(tenant, (ctx) => updateTenant(ctx, input));
}

export async function updateProfileAction(tenant: string, version: number, input: UpdateCompanyProfileInput) {
  return inCompany(tenant, (ctx) => updateCompanyProfile(ctx, version, input));
}
