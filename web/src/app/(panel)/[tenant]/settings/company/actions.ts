'use server';

import { updateTenant, type UpdateTenantInput } from '@countinghouse/core/tenants';
import { inCompany } from '../../../../../server/action';

export async function updateCompanyAction(tenant: string, input: UpdateTenantInput) {
  return inCompany(tenant, (ctx) => updateTenant(ctx, input));
}
